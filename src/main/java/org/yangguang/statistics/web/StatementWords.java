package org.yangguang.statistics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Contradiction;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.Table;

/** Figures, cells and broken rules in the words of the reader. */
@Component
public class StatementWords {

    private final MessageSource texts;
    private final Organs organs;

    StatementWords(MessageSource texts, Organs organs) {
        this.texts = texts;
        this.organs = organs;
    }

    /** With thousands separated and no empty decimals. */
    public static String figure(BigDecimal figure) {
        BigDecimal plain = figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
        return String.format(java.util.Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    public static String figure(Optional<BigDecimal> figure) {
        return figure.map(StatementWords::figure).orElse("—");
    }

    /** A number of one month, a dash where there is none. */
    public static String monthly(StatementViews.Monthly column, int month) {
        Number number = column.numbers().get(month);
        return number == null ? "—" : figure(new BigDecimal(number.toString()).setScale(1, RoundingMode.HALF_UP));
    }

    /** With its sign. */
    public static String change(BigDecimal change) {
        return (change.signum() > 0 ? "+" : "") + figure(change);
    }

    public static String plain(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    /** Where a cell stands in a page, for links. */
    public static String anchor(Cell cell) {
        return "c-" + (cell.table() + "-" + cell.row() + "-" + cell.column()).replace('.', '_');
    }

    /** As addresses name it. */
    public static String address(Cell cell) {
        return cell.table() + "/" + cell.row() + ":" + cell.column();
    }

    /** "3.1 收到申请数 · 本年度". */
    public String cell(Scheme scheme, Cell cell) {
        String row = scheme.row(cell)
                .map(found -> found.label().in(LocaleContextHolder.getLocale()))
                .orElse(cell.row());
        Optional<Table> table = scheme.table(cell.table());
        boolean single = table.map(each -> each.columns().size() == 1).orElse(false);
        String column = table.flatMap(each -> each.column(cell.column()))
                .map(found -> found.label().in(LocaleContextHolder.getLocale()))
                .orElse(cell.column());
        return single ? row : row + " · " + column;
    }

    public String organ(OrganId id) {
        return organs.find(id).map(this::organ).orElse(String.valueOf(id.value()));
    }

    public String organ(Organ organ) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        String name = organ.nameEn();
        return english && name != null && !name.isBlank() ? name : organ.name();
    }

    /** 2016年, 2016年第1季度, 2016年3月. */
    public String period(Period period) {
        if (period.isYear()) {
            return say("statistics.period.year", String.valueOf(period.year()));
        }
        int month = period.from().getMonthValue();
        return period.code().contains("Q")
                ? say("statistics.period.quarter", String.valueOf(period.year()), (month + 2) / 3)
                : say("statistics.period.month", String.valueOf(period.year()), month);
    }

    public String title(StatementKey key, Scheme scheme) {
        return say(
                "statistics.statement.title",
                organ(key.organ()),
                period(key.period()),
                scheme.name().in(LocaleContextHolder.getLocale()));
    }

    public String sentence(Scheme scheme, Contradiction found) {
        List<Cell> cells = found.cells();
        String rest = cells.stream().skip(1).map(cell -> cell(scheme, cell)).collect(Collectors.joining(" + "));
        return say(
                "statistics.finding." + found.kind(),
                cell(scheme, cells.get(0)),
                found.found() == null ? "—" : figure(found.found()),
                found.expected() == null ? "—" : figure(found.expected()),
                found.source(),
                rest.isEmpty() ? "—" : rest);
    }

    public String refusal(StatementOutcome.Refusal refusal) {
        return say(
                refusal.key(), refusal.arguments().stream().map(String::valueOf).toArray());
    }

    public String say(String key, Object... arguments) {
        String text = texts.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }
}
