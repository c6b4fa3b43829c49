package org.yangguang.search.internal;

/** Lets an index forget what it has counted, so that the next search is as if it were the first. */
public final class Forgetting {

    private Forgetting() {}

    public static void counts(LuceneIndex index) {
        index.counts().forget();
    }
}
