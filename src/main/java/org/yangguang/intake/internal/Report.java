package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.internal.RemarkTable.Remark;

/** The remarks of a run as CSV that spreadsheets open by themselves: UTF-8 with a mark, and no cell that they take for a formula. */
@Component
public class Report {

    private final RemarkTable remarks;
    private final MessageSource texts;

    Report(RemarkTable remarks, MessageSource texts) {
        this.remarks = remarks;
        this.texts = texts;
    }

    public void write(long job, Locale language, Appendable to) {
        try {
            to.append('\uFEFF');
            line(
                    to,
                    Stream.of("row", "key", "outcome", "field", "reason")
                            .map(each -> say(language, "intake.report." + each))
                            .toList());
            remarks.all(job, remark -> {
                try {
                    line(to, cells(remark, language));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(Remark remark, Locale language) {
        return List.of(
                String.valueOf(remark.row()),
                remark.key(),
                say(language, remark.refused() ? "intake.outcome.refused" : "intake.outcome.warned"),
                field(remark.reason(), language),
                say(remark.reason(), language));
    }

    /** The field's name in words; empty where the reason is about the whole row. */
    public String field(Reason reason, Locale language) {
        String field = reason.field();
        return field == null ? "" : worded("intake.field." + field, new String[0], field, language);
    }

    public String say(Reason reason, Locale language) {
        return worded(
                reason.key(),
                reason.arguments().stream().map(String::valueOf).toArray(String[]::new),
                reason.key(),
                language);
    }

    private String worded(String key, String[] arguments, String otherwise, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, arguments, otherwise, language));
    }

    private String say(Locale language, String key) {
        return worded(key, new String[0], key, language);
    }

    private static void line(Appendable to, List<String> cells) throws IOException {
        to.append(cells.stream().map(Report::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
