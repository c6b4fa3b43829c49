package org.yangguang.disclosure.internal;

import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.BulkLoad;

/** An item of history on its way in; the number and the ids are there once it is numbered. */
record HistoryItem(
        BulkLoad.Past past,
        String organName,
        String bodyText,
        String contentHash,
        long item,
        long edition,
        @Nullable String indexNumber) {

    HistoryItem(BulkLoad.Past past, String organName, String bodyText, String contentHash) {
        this(past, organName, bodyText, contentHash, 0, 0, past.indexNumber());
    }

    HistoryItem numbered(long item, long edition, String indexNumber) {
        return new HistoryItem(past, organName, bodyText, contentHash, item, edition, indexNumber);
    }
}
