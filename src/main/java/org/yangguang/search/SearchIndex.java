package org.yangguang.search;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * Writes the index. Each call is on the disk and visible to searches when it returns.
 *
 * <p>Any call may throw {@link SearchUnavailable}; what it should have written is then missing until it is written again.
 */
public interface SearchIndex {

    void put(SearchDocument document);

    /** Takes the document out of every search at once, and out of the index; the first holds even when the second cannot be done. */
    void remove(String id);

    /**
     * Takes what the index has of a document out of every search until the document is put again: for what has changed, or is no more,
     * and is written in a moment. Never fails, and needs no disk.
     */
    void hide(String id);

    /** Adds many; replaces those with the same id. Visible when it returns. */
    void putAll(Collection<SearchDocument> documents);

    /**
     * Replaces the whole index with what the sources offer now. Searches use the old one until the new one is whole; what is put
     * or removed meanwhile is in both.
     */
    void rebuild(Stream<SearchDocument> documents);

    long count();

    IndexState state();
}
