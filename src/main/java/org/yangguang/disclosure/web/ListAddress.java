package org.yangguang.disclosure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of one state of a list: the same state has the same address, whichever way the reader came to it. */
public record ListAddress(String path, Map<String, String> parameters) {

    public ListAddress {
        parameters = new TreeMap<>(parameters);
    }

    /** The list with one condition more or changed, from its first page. */
    public ListAddress with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.remove("page");
        changed.put(name, value);
        return new ListAddress(path, changed);
    }

    /** The list with one condition less, from its first page. */
    public ListAddress without(String name) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.remove("page");
        changed.remove(name);
        return new ListAddress(path, changed);
    }

    public ListAddress page(int page) {
        return page == 1 ? without("page") : with("page", String.valueOf(page));
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
