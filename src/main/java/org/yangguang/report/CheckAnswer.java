package org.yangguang.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yangguang.report.internal.CellNames;
import org.yangguang.statistics.Scheme;

/**
 * The result of a check as programs read it; sentences are in one language.
 *
 * @param scheme {@code 2014}, {@code 2019} or {@code 2021}; null when nothing could be read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckAnswer(@Nullable String scheme, List<FindingAnswer> findings, List<UnreadAnswer> unread) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /**
     * @param cells as {@code table.row.column}, the one in question first
     * @param expected a number, or text, or null
     */
    public record FindingAnswer(
            String rule,
            String severity,
            List<String> cells,
            @Nullable Object expected,
            @Nullable Object found,
            String message) {}

    /**
     * @param cell as {@code table.row.column}; null for a whole table or file
     */
    public record UnreadAnswer(
            @Nullable String cell, @Nullable String name, String message) {}

    /** The result in the language of {@code locale}, its words from {@code texts}. */
    public static CheckAnswer of(CheckedReport checked, Locale locale, BiFunction<String, Object[], String> texts) {
        if (checked instanceof CheckedReport.Read read) {
            return new CheckAnswer(
                    read.scheme().id(),
                    read.findings().stream()
                            .map(finding -> new FindingAnswer(
                                    finding.rule(),
                                    finding.severity().name().toLowerCase(Locale.ROOT),
                                    finding.cells().stream()
                                            .map(String::valueOf)
                                            .toList(),
                                    number(finding.expected()),
                                    number(finding.found()),
                                    finding.sentence().in(locale, texts)))
                            .toList(),
                    read.unread().stream()
                            .map(unread -> unread(unread, read.scheme(), locale, texts))
                            .toList());
        }
        List<Sentence> reasons = ((CheckedReport.Unreadable) checked).reasons();
        return new CheckAnswer(
                null,
                List.of(),
                reasons.stream()
                        .map(reason -> new UnreadAnswer(null, null, reason.in(locale, texts)))
                        .toList());
    }

    private static UnreadAnswer unread(
            Unread unread, Scheme scheme, Locale locale, BiFunction<String, Object[], String> texts) {
        return new UnreadAnswer(
                unread.cell().map(String::valueOf).orElse(null),
                unread.cell().map(cell -> CellNames.of(scheme, cell).in(locale)).orElse(null),
                unread.reason().in(locale, texts));
    }

    private static @Nullable Object number(String text) {
        return Optional.of(text)
                .filter(each -> !each.isEmpty())
                .<Object>map(each -> NUMBER.matcher(each).matches() ? new BigDecimal(each) : each)
                .orElse(null);
    }
}
