package org.yangguang.statistics.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Fill;
import org.yangguang.statistics.Fill.Counted;
import org.yangguang.statistics.Fill.Filter;
import org.yangguang.statistics.Fill.Measure;
import org.yangguang.statistics.Fill.Moment;
import org.yangguang.statistics.Fill.Need;
import org.yangguang.statistics.Row;

/**
 * How scheme files say where figures come from. A row names what is counted, for all its columns ({@code from}) or for each
 * ({@code cells}); a column narrows that down ({@code where}), or takes what the period before had ({@code brought-forward}), or
 * adds other columns up ({@code adds}, and {@code level} for stocks, which are never added).
 */
final class FillReader {

    private static final Set<String> SOURCE = Set.of("fact", "where", "except", "count", "sum", "per", "at", "need");

    private final Map<Cell, Fill> fills = new LinkedHashMap<>();

    Map<Cell, Fill> fills() {
        return fills;
    }

    /** @param columns of the table by id, as the file has them */
    void row(String table, Row row, YamlPart part, Map<String, YamlPart> columns) {
        if (!row.hasFigures()) {
            return;
        }
        Map<String, YamlPart> own = new LinkedHashMap<>();
        if (part.has("cells")) {
            YamlPart cells = part.part("cells");
            cells.knows(Set.copyOf(row.columns()));
            row.columns().stream().filter(cells::has).forEach(column -> own.put(column, cells.part(column)));
        }
        for (String id : row.columns()) {
            YamlPart column = columns.get(id);
            Cell cell = new Cell(table, row.code(), id);
            if (own.containsKey(id)) {
                fills.put(cell, counted(own.get(id), null));
            } else if (column != null && column.has("brought-forward")) {
                fills.put(cell, new Fill.BroughtForward(other(cell, column.text("brought-forward"), column, columns)));
            } else if (column != null && column.has("adds")) {
                String adding = row.kind() == Row.Kind.STOCK && column.has("level") ? "level" : "adds";
                fills.put(
                        cell,
                        new Fill.Added(column.texts(adding).stream()
                                .map(each -> other(cell, each, column, columns))
                                .toList()));
            } else if (part.has("from")) {
                fills.put(cell, counted(part.part("from"), column));
            }
        }
    }

    private static Cell other(Cell cell, String column, YamlPart part, Map<String, YamlPart> columns) {
        if (!columns.containsKey(column)) {
            part.wrong("the table has no column \"" + column + "\"");
        }
        return new Cell(cell.table(), cell.row(), column);
    }

    private static Fill counted(YamlPart part, @org.jspecify.annotations.Nullable YamlPart column) {
        part.knows(SOURCE);
        List<Filter> where = new ArrayList<>(filters(part));
        if (column != null) {
            where.addAll(filters(column));
        }
        return new Counted(part.text("fact"), where, measure(part), moment(part), per(part), need(part), part.place());
    }

    private static List<Filter> filters(YamlPart part) {
        List<Filter> filters = new ArrayList<>();
        if (part.has("where")) {
            part.part("where")
                    .lists()
                    .forEach((name, values) -> filters.add(new Filter(name, values, Filter.Sense.ONE_OF)));
        }
        if (part.has("except")) {
            part.part("except")
                    .lists()
                    .forEach((name, values) -> filters.add(new Filter(name, values, Filter.Sense.NONE_OF)));
        }
        filters.stream()
                .filter(filter -> filter.values().isEmpty())
                .forEach(filter -> part.wrong("\"" + filter.dimension() + "\" wants a value or a list of values"));
        return filters;
    }

    private static Measure measure(YamlPart part) {
        if (part.has("sum")) {
            if (part.has("count")) {
                part.wrong("either \"count\" or \"sum\"");
            }
            return new Measure.Sum(part.text("sum"));
        }
        String count = part.text("count", "rows");
        if (!count.equals("rows") && !count.equals("records")) {
            part.wrong("\"count\" is \"rows\" or \"records\"");
        }
        return count.equals("records") ? new Measure.Records() : new Measure.Rows();
    }

    private static Moment moment(YamlPart part) {
        return part.has("at") ? part.oneOf(Moment.class, "at") : Moment.END;
    }

    private static Need need(YamlPart part) {
        return part.has("need") ? part.oneOf(Need.class, "need") : Need.ALWAYS;
    }

    private static BigDecimal per(YamlPart part) {
        BigDecimal per = part.number("per", BigDecimal.ONE);
        if (per.signum() <= 0) {
            part.wrong("\"per\" is a number above zero");
            return BigDecimal.ONE;
        }
        return per;
    }
}
