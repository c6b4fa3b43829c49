package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganKind;
import org.yangguang.report.Known;
import org.yangguang.report.Known.Indicator;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.CellRecords;
import org.yangguang.statistics.FactSources;
import org.yangguang.statistics.Fill;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.SchemeBook;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;

/** The figures that a report may name: those of its statement, and some that its form does not ask for. */
@Component
public class ReportFigures {

    private static final String RELEASED = "disclosure.released";
    private static final String FEES = "request.fee";
    /** Nothing was disclosed on websites before. */
    private static final int FIRST_YEAR = 2000;

    private final Statements statements;
    private final CellRecords records;
    private final FactSources facts;
    private final SchemeBook schemes;
    private final Catalogue catalogue;

    ReportFigures(
            Statements statements, CellRecords records, FactSources facts, SchemeBook schemes, Catalogue catalogue) {
        this.statements = statements;
        this.records = records;
        this.facts = facts;
        this.schemes = schemes;
        this.catalogue = catalogue;
    }

    /** A government reports for all organs below it, any other organ for itself alone. */
    public static StatementKey key(Organ organ, String scheme, int year) {
        return new StatementKey(
                organ.id(),
                scheme,
                Period.year(year),
                organ.kind() == OrganKind.GOVERNMENT ? Coverage.SUBTREE : Coverage.ORGAN);
    }

    /** The form for the reports of a year: the newest of the national ones. */
    public Optional<Scheme> schemeOf(int year, Set<String> known) {
        return schemes.forPeriod(Period.year(year)).stream()
                .filter(scheme -> known.contains(scheme.id()))
                .findFirst();
    }

    public Optional<StatementPicture> statement(Organ organ, String scheme, int year) {
        return statements.picture(key(organ, scheme, year));
    }

    public Known known(Organ organ, StatementPicture statement) {
        int year = statement.key().period().year();
        List<Indicator> indicators = new ArrayList<>();
        if (statement.scheme().id().equals("2014")) {
            indicators.addAll(items(organ, statement));
        }
        indicators.addAll(fees(statement.key()));
        return new Known(organ.name(), year, statement.figures(), statement.before(), indicators);
    }

    /** What stands on the website by the organ itself and by all others below it, and the own of the year by column. */
    private List<Indicator> items(Organ organ, StatementPicture statement) {
        List<Indicator> indicators = new ArrayList<>();
        StatementKey own = statement.key().of(organ.id());
        List<Fill.Filter> website = List.of(filter("channel", "WEBSITE"));
        Map<String, Long> byColumn = records.by(own, counted(RELEASED, website, new Fill.Measure.Rows()), "column_id");
        BigDecimal ofYear = BigDecimal.valueOf(
                byColumn.values().stream().mapToLong(Long::longValue).sum());
        Period before = own.period().before();
        Period allBefore = new Period(FIRST_YEAR + "-" + before.code(), LocalDate.of(FIRST_YEAR, 1, 1), before.until());
        BigDecimal total = ofYear.add(
                count(new StatementKey(organ.id(), own.scheme(), allBefore, Coverage.ORGAN), RELEASED, website));
        Map<String, BigDecimal> alone = Map.of("year", ofYear, "total", total);
        alone.forEach((column, mine) -> {
            indicators.add(figure("items.own." + column, "本级网站公开信息", "Own information on the website", mine));
            statement
                    .figures()
                    .at(new Cell("main", "1.2.2", column))
                    .ifPresent(all -> indicators.add(figure(
                            "items.others." + column,
                            "其他单位网站公开信息",
                            "Information of other organs on the website",
                            all.subtract(mine))));
        });
        List<Indicator.Part> parts = new ArrayList<>();
        Set<Column> columns = new LinkedHashSet<>(catalogue.columns());
        columns.addAll(catalogue.retired());
        for (Column column : columns) {
            BigDecimal count = BigDecimal.valueOf(
                    byColumn.getOrDefault(String.valueOf(column.id().value()), 0L));
            if (count.signum() > 0) {
                parts.add(new Indicator.Part(column.name(), count));
            }
        }
        indicators.add(new Indicator.Parts(
                "items.own.categories", new Label("本级网站公开信息的类别", "Own information by column"), "条", parts));
        return indicators;
    }

    private List<Indicator> fees(StatementKey key) {
        if (facts.find(FEES).isEmpty()) {
            return List.of();
        }
        List<BigDecimal> paid = new ArrayList<>();
        records.all(
                key,
                counted(FEES, List.of(), new Fill.Measure.Sum("amount")),
                record -> paid.add(record.measured() == null ? BigDecimal.ZERO : new BigDecimal(record.measured())));
        return List.of(
                figure("fees.cases", "收取信息处理费", "Fees paid", BigDecimal.valueOf(paid.size())),
                figure(
                        "fees.paid",
                        "信息处理费金额（元）",
                        "Fees paid, yuan",
                        paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private BigDecimal count(StatementKey key, String fact, List<Fill.Filter> where) {
        return BigDecimal.valueOf(records.page(key, counted(fact, where, new Fill.Measure.Rows()), 0, 1)
                .total());
    }

    private static Fill.Counted counted(String fact, List<Fill.Filter> where, Fill.Measure measure) {
        return new Fill.Counted(
                fact, where, measure, Fill.Moment.END, BigDecimal.ONE, Fill.Need.WHERE_OFFERED, "report");
    }

    private static Fill.Filter filter(String dimension, String value) {
        return new Fill.Filter(dimension, List.of(value), Fill.Filter.Sense.ONE_OF);
    }

    private static Indicator figure(String name, String zh, String en, BigDecimal value) {
        return new Indicator.Figure(name, new Label(zh, en), value);
    }
}
