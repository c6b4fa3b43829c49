package org.yangguang.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.yangguang.account.Officer;
import org.yangguang.organ.OrganId;

/**
 * Where drafts of what is disclosed on one's own account are made; the module that publishes offers the bean. What goes there passes its check for personal data, its
 * review by three people and its visibility gate like everything else.
 */
public interface ProactiveDrafts {

    /** @param bodyHtml HTML; it is cleaned */
    record Text(String title, String summary, String bodyHtml, LocalDate formedOn, List<String> keywords) {}

    /** What came of it. */
    sealed interface Result {
        /** @param address of the draft in the console */
        record Drafted(long item, String address) implements Result {}

        record Refused(List<Reason> reasons) implements Result {}
    }

    /** One published item. */
    record Item(long item, String title, String href, String from, LocalDate on) {}

    Result draft(Officer officer, OrganId organ, Text text);

    /** Those of the items that the reader of the running request may see. */
    List<Item> visible(Collection<Long> items);
}
