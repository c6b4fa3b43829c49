package org.yangguang.statistics.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yangguang.statistics.Fill.Filter;

/** Filters of schemes in SQL, their values as parameters; the names of dimensions are those that facts declare. */
final class Conditions {

    private final Map<String, Object> values = new LinkedHashMap<>();

    String all(List<Filter> filters) {
        return filters.isEmpty() ? "true" : filters.stream().map(this::one).collect(Collectors.joining(" and "));
    }

    private String one(Filter filter) {
        String name = "value" + values.size();
        values.put(name, filter.values().toArray(String[]::new));
        String listed = "coalesce(" + filter.dimension() + "::text = any(:" + name + "), false)";
        return filter.sense() == Filter.Sense.ONE_OF ? listed : "not " + listed;
    }

    Map<String, Object> values() {
        return values;
    }
}
