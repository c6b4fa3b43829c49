package org.yangguang.search.internal;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.yangguang.search.internal.Predicates.Facet;

/**
 * How many documents of one file of the index, or of a part of it, match.
 *
 * @param counts by facet and by the number that the file gives a value
 */
record LeafCounts(long total, int[][] counts) {

    private static final Facet[] FACETS = Facet.values();

    LeafCounts plus(LeafCounts other) {
        int[][] sum = new int[FACETS.length][];
        for (int facet = 0; facet < FACETS.length; facet++) {
            int[] one = counts[facet].clone();
            for (int value = 0; value < one.length; value++) {
                one[value] += other.counts[facet][value];
            }
            sum[facet] = one;
        }
        return new LeafCounts(total + other.total, sum);
    }

    /** How many numbers this holds. */
    int size() {
        int size = 1;
        for (int[] facet : counts) {
            size += facet.length;
        }
        return size;
    }

    /** The values of every facet, in the order of their numbers. */
    static String[][] names(LeafReader leaf) throws IOException {
        String[][] names = new String[FACETS.length][];
        for (Facet facet : FACETS) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf, facet.field);
            String[] all = new String[Math.toIntExact(values.getValueCount())];
            for (int value = 0; value < all.length; value++) {
                all[value] = values.lookupOrd(value).utf8ToString();
            }
            names[facet.ordinal()] = all;
        }
        return names;
    }

    /**
     * Takes the documents that match everything but the chosen values, in blocks, facet by facet. A document that lacks one chosen
     * value counts for the facet of that value alone: as what the reader could choose instead.
     */
    static final class Counter implements LeafCollector {

        private static final int BLOCK = 1024;

        private final Values[] values = new Values[FACETS.length];
        private final @Nullable Chosen[] chosen = new Chosen[FACETS.length];
        private final boolean everything;
        private final int[] block = new int[BLOCK];
        private final int[] some = new int[BLOCK];
        private final byte[] lacking = new byte[BLOCK];
        private int size;
        private long total;

        Counter(LeafReader leaf, Map<Facet, String> chosen) throws IOException {
            this.everything = chosen.isEmpty();
            for (Facet facet : FACETS) {
                values[facet.ordinal()] = new Values(leaf, facet.field);
                String value = chosen.get(facet);
                if (value != null) {
                    this.chosen[facet.ordinal()] = new Chosen(leaf, facet.field, value);
                }
            }
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            block[size++] = doc;
            if (size == BLOCK) {
                count();
            }
        }

        LeafCounts counted() throws IOException {
            count();
            int[][] counts = new int[FACETS.length][];
            for (int facet = 0; facet < FACETS.length; facet++) {
                counts[facet] = values[facet].counts;
            }
            return new LeafCounts(total, counts);
        }

        private void count() throws IOException {
            if (everything) {
                for (Values facet : values) {
                    facet.count(block, size);
                }
                total += size;
            } else {
                countChosen();
            }
            size = 0;
        }

        private void countChosen() throws IOException {
            for (int i = 0; i < size; i++) {
                lacking[i] = 0;
                for (int facet = 0; facet < FACETS.length; facet++) {
                    Chosen one = chosen[facet];
                    if (one != null && !one.has(block[i])) {
                        lacking[i] |= (byte) (1 << facet);
                    }
                }
                if (lacking[i] == 0) {
                    total++;
                }
            }
            for (int facet = 0; facet < FACETS.length; facet++) {
                int alone = 1 << facet;
                int many = 0;
                for (int i = 0; i < size; i++) {
                    if (lacking[i] == 0 || lacking[i] == alone) {
                        some[many++] = block[i];
                    }
                }
                values[facet].count(some, many);
            }
        }
    }

    private static final class Values {

        private final SortedSetDocValues many;
        private final @Nullable SortedDocValues one;
        private final int[] counts;

        Values(LeafReader leaf, String field) throws IOException {
            many = DocValues.getSortedSet(leaf, field);
            one = DocValues.unwrapSingleton(many);
            counts = new int[Math.toIntExact(many.getValueCount())];
        }

        void count(int[] docs, int size) throws IOException {
            if (one != null) {
                for (int i = 0; i < size; i++) {
                    if (one.advanceExact(docs[i])) {
                        counts[one.ordValue()]++;
                    }
                }
                return;
            }
            for (int i = 0; i < size; i++) {
                if (many.advanceExact(docs[i])) {
                    for (int value = many.docValueCount(); value > 0; value--) {
                        counts[(int) many.nextOrd()]++;
                    }
                }
            }
        }
    }

    private static final class Chosen {

        private final SortedSetDocValues values;
        private final long wanted;

        Chosen(LeafReader leaf, String field, String value) throws IOException {
            values = DocValues.getSortedSet(leaf, field);
            wanted = values.lookupTerm(new BytesRef(value));
        }

        boolean has(int doc) throws IOException {
            if (wanted < 0 || !values.advanceExact(doc)) {
                return false;
            }
            for (int value = values.docValueCount(); value > 0; value--) {
                if (values.nextOrd() == wanted) {
                    return true;
                }
            }
            return false;
        }
    }
}
