package org.yangguang.topic;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Things that a topic may collect; the module that owns them offers a bean. */
public interface TopicMaterial {

    /** Stable name, kept with each entry: {@code item}. */
    String kind();

    /** Message key of the heading under which they stand. */
    String label();

    /** The reference of what an officer typed: an address, a number. Empty when it names nothing that stands on the site. */
    Optional<String> reference(String typed);

    /** By reference, those that the reader of the running request may see. */
    Map<String, Piece> pieces(Collection<String> references);

    /**
     * One thing as a topic shows it.
     *
     * @param href its address on this site
     * @param from who published it
     */
    record Piece(String title, String href, String from, LocalDate on) {}
}
