package org.yangguang.engagement.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pages of a list, each at an address of its own that keeps the filters. */
public record Paging(String path, Map<String, String> filters, int page, long total, int size) {

    public static final int SIZE = 20;
    /** The last page that is given out; narrow the list for more. */
    public static final int LAST = 5_000;

    public static Paging of(String path, int page, long total) {
        return new Paging(path, Map.of(), Math.max(1, Math.min(page, LAST)), total, SIZE);
    }

    public Paging with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(name, value.toString());
        return new Paging(path, more, page, total, size);
    }

    public int pages() {
        return (int) Math.max(1, Math.min(LAST, (total + size - 1) / size));
    }

    public int offset() {
        return (page - 1) * size;
    }

    /** Numbers of the pages to offer, in order. */
    public List<Integer> offered() {
        TreeSet<Integer> numbers = new TreeSet<>(List.of(1, pages()));
        for (int near = page - 2; near <= page + 2; near++) {
            if (near >= 1 && near <= pages()) {
                numbers.add(near);
            }
        }
        return List.copyOf(numbers);
    }

    public String at(int number) {
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            address.append(separator)
                    .append(filter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return number == 1
                ? address.toString()
                : address.append(separator).append("page=").append(number).toString();
    }
}
