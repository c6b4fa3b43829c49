package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a report that are known. A cell without a figure is unknown, not zero.
 */
public record Figures(Map<Cell, BigDecimal> byCell) {

    public static final Figures NONE = new Figures(Map.of());

    public Figures {
        byCell = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byCell));
    }

    public Optional<BigDecimal> at(Cell cell) {
        return Optional.ofNullable(byCell.get(cell));
    }

    /** The same figures but for one. */
    public Figures with(Cell cell, BigDecimal figure) {
        Map<Cell, BigDecimal> changed = new LinkedHashMap<>(byCell);
        changed.put(cell, figure);
        return new Figures(changed);
    }
}
