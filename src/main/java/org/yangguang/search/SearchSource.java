package org.yangguang.search;

import java.util.stream.Stream;

/** A module that has something to find; asked when the index is built anew. */
public interface SearchSource {

    /** How many documents {@link #documents()} will give, for progress. */
    long count();

    /** Every document, lazily; the caller closes the stream. */
    Stream<SearchDocument> documents();
}
