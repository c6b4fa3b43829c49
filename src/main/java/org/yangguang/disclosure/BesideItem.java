package org.yangguang.disclosure;

import java.util.List;
import java.util.Optional;

/** What another module has to say beside an item; a module offers a bean, and the page of the item shows what it gives. */
public interface BesideItem {

    /** What the reader of the running request may see; empty when there is nothing. */
    Optional<Section> beside(ItemId item);

    /** @param heading message key */
    record Section(String heading, List<Link> links) {}

    /**
     * @param label message key of what sort of thing it is; empty for none
     * @param href address on this site, or absolute
     */
    record Link(String title, String href, String label) {}
}
