package org.yangguang.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.yangguang.statistics.internal.FactViews;

/** The facts that the modules of this program offer, by name. Each has been held against its view when the program started. */
@Service
public class FactSources {

    private final Map<String, FactSource> byName = new TreeMap<>();

    /** @throws org.yangguang.platform.StartFailure naming every fact whose view lacks something, or that is offered twice */
    FactSources(List<FactSource> offered, FactViews views) {
        views.check(offered);
        offered.forEach(source -> byName.put(source.name(), source));
    }

    public Optional<FactSource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<FactSource> all() {
        return byName.values();
    }
}
