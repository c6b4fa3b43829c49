package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yangguang.report.ReportDocument;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Table;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a report for programs. A figure that is not known is null or empty, never zero. */
final class DataRendering {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataRendering() {}

    /** The file of JSON. */
    record Tables(String title, String organ, int year, String scheme, String basis, List<Form> tables) {

        record Form(String id, String title, List<Line> rows) {}

        record Line(String code, String label, String unit, List<Value> figures) {}

        record Value(String column, String label, @Nullable BigDecimal value) {}
    }

    static byte[] json(ReportDocument report) {
        List<Tables.Form> forms = report.forms().stream()
                .map(table -> new Tables.Form(
                        table.id(),
                        table.title().zh(),
                        table.rowsWithFigures().stream()
                                .map(row -> new Tables.Line(
                                        row.code(), row.label().zh(), row.unit(), values(report, table, row)))
                                .toList()))
                .toList();
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Tables(
                        report.title(),
                        report.organ(),
                        report.year(),
                        report.scheme().id(),
                        report.scheme().basis(),
                        forms));
    }

    private static List<Tables.Value> values(ReportDocument report, Table table, Row row) {
        return row.columns().stream()
                .map(column -> new Tables.Value(
                        column,
                        table.column(column).map(Column::label).orElseThrow().zh(),
                        report.figures()
                                .at(new Cell(table.id(), row.code(), column))
                                .orElse(null)))
                .toList();
    }

    static byte[] csv(ReportDocument report) {
        StringBuilder csv = new StringBuilder("\ufeff");
        line(csv::append, List.of("year", "organ", "table", "row", "label", "unit", "column", "column_label", "value"));
        for (Table table : report.forms()) {
            for (Row row : table.rowsWithFigures()) {
                for (Tables.Value value : values(report, table, row)) {
                    List<String> cells = new ArrayList<>(List.of(
                            String.valueOf(report.year()),
                            report.organ(),
                            table.id(),
                            row.code(),
                            row.label().zh(),
                            row.unit(),
                            value.column(),
                            value.label(),
                            Optional.ofNullable(value.value())
                                    .map(Numbers::plain)
                                    .orElse("")));
                    line(csv::append, cells);
                }
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(Consumer<String> out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.matches("(?s).*[\",\r\n].*");
            out.accept((i == 0 ? "" : ",") + (quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell));
        }
        out.accept("\r\n");
    }
}
