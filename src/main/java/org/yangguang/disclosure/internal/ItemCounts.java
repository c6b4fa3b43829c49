package org.yangguang.disclosure.internal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;

/**
 * Counts of published items, kept in memory until something is published or withdrawn, here or on another node. The keys of the
 * reader are part of what is kept, so that no reader is ever given the count of another.
 */
@Component
public class ItemCounts {

    private static final int KEPT = 500;

    private record Question(ItemFilter filter, Set<String> keys) {}

    /**
     * @param total items that pass the filter
     * @param by for each value of a dimension how many there are, most first, whatever the filter says of that dimension
     */
    public record Counts(long total, Map<Dimension, Map<String, Long>> by) {

        public Map<String, Long> by(Dimension dimension) {
            return by.getOrDefault(dimension, Map.of());
        }
    }

    private final PublishedItems items;
    private final Map<Question, Counts> answers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Counts> eldest) {
            return size() > KEPT;
        }
    };
    private long version = -1;

    ItemCounts(PublishedItems items) {
        this.items = items;
    }

    public Counts of(ItemFilter filter, Reader reader) {
        Question question = new Question(filter, reader.keys());
        long now = items.version();
        Counts known = known(question, now);
        if (known != null) {
            return known;
        }
        Counts counted = count(filter, reader, now);
        keep(question, counted, now);
        return counted;
    }

    private Counts count(ItemFilter filter, Reader reader, long now) {
        Map<Dimension, Map<String, Long>> by = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            ItemFilter others = filter.without(dimension);
            Counts wider = others.equals(filter) ? null : known(new Question(others, reader.keys()), now);
            by.put(dimension, wider != null ? wider.by(dimension) : items.count(dimension, others, reader));
        }
        return new Counts(items.count(filter, reader), by);
    }

    private synchronized @Nullable Counts known(Question question, long now) {
        if (now != version) {
            answers.clear();
            version = now;
        }
        return answers.get(question);
    }

    /** What was counted while something was being published may be of before or after, and is not kept. */
    private void keep(Question question, Counts counted, long before) {
        long now = items.version();
        synchronized (this) {
            if (version == before && now == before) {
                answers.put(question, counted);
            }
        }
    }
}
