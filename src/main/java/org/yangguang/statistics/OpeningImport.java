package org.yangguang.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.Sm3;
import org.yangguang.statistics.StatementOutcome.Refusal;
import org.yangguang.statistics.internal.CsvText;
import org.yangguang.statistics.internal.FigureTable;
import org.yangguang.statistics.internal.StatementTable;

/**
 * Takes in the figures of a period for which this program has no records, from a CSV file with the columns {@code table} (may be
 * left out where a form has one), {@code row}, {@code column} and {@code value}; other columns are ignored. Of several files the last
 * one counts. A period that has a frozen statement needs none, and none is taken in once the statement of the next period is frozen.
 */
@Service
public class OpeningImport {

    /** Largest file that is read. */
    public static final int MOST_BYTES = 2_000_000;

    private static final Map<String, String> HEADS = Map.of(
            "table", "table", "表", "table", "row", "row", "行代码", "row", "column", "column", "列", "column", "value",
            "value", "数值", "value");

    private final SchemeBook schemes;
    private final FigureTable figures;
    private final StatementTable statements;
    private final StatementDuties duties;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningImport(
            SchemeBook schemes,
            FigureTable figures,
            StatementTable statements,
            StatementDuties duties,
            AuditTrail audit,
            Clock clock) {
        this.schemes = schemes;
        this.figures = figures;
        this.statements = statements;
        this.duties = duties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file in.
     *
     * @param key of the period whose figures these are, the one before the first that is counted here
     */
    @Transactional
    public StatementOutcome take(Officer officer, StatementKey key, String fileName, byte[] content) {
        Optional<Scheme> scheme = schemes.named(key.scheme());
        if (scheme.isEmpty()) {
            return StatementOutcome.refused("nothing");
        }
        List<Refusal> reasons = new ArrayList<>();
        if (!duties.drafts(officer, key.organ())) {
            reasons.add(Refusal.of("role"));
        }
        if (frozen(key)) {
            reasons.add(Refusal.of("opening.frozen", key.period().code()));
        }
        Period next = key.period().after();
        if (frozen(new StatementKey(key.organ(), key.scheme(), next, key.coverage()))) {
            reasons.add(Refusal.of("opening.used", next.code()));
        }
        if (content.length > MOST_BYTES) {
            reasons.add(Refusal.of("opening.large", MOST_BYTES / 1_000_000));
        }
        Map<Cell, BigDecimal> read = new LinkedHashMap<>();
        if (reasons.isEmpty()) {
            reasons.addAll(read(scheme.get(), CsvText.read(content), read));
        }
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Instant now = clock.instant();
        String hash = Sm3.hex(content);
        long id = figures.open(key, fileName, hash, new Figures(read), officer, now);
        audit.record("statement.opening-taken", "statistics.opening:" + id, null, key + " " + hash);
        return new StatementOutcome.Done(key);
    }

    private boolean frozen(StatementKey key) {
        return statements
                .find(key)
                .filter(each -> each.state() == StatementState.FROZEN)
                .isPresent();
    }

    private static List<Refusal> read(Scheme scheme, List<CsvText.Line> lines, Map<Cell, BigDecimal> read) {
        if (lines.isEmpty()) {
            return List.of(Refusal.of("opening.empty"));
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> heads = lines.get(0).cells();
        for (int i = 0; i < heads.size(); i++) {
            String head = HEADS.get(heads.get(i).toLowerCase(Locale.ROOT));
            if (head != null) {
                places.put(head, i);
            }
        }
        if (!places.containsKey("row") || !places.containsKey("column") || !places.containsKey("value")) {
            return List.of(Refusal.of("opening.heads"));
        }
        List<Refusal> reasons = new ArrayList<>();
        for (CsvText.Line line : lines.subList(1, lines.size())) {
            String value = cell(line, places.get("value"));
            if (!value.isEmpty()) {
                line(scheme, line, places, value, read).ifPresent(reasons::add);
            }
        }
        if (read.isEmpty() && reasons.isEmpty()) {
            reasons.add(Refusal.of("opening.empty"));
        }
        return reasons;
    }

    private static Optional<Refusal> line(
            Scheme scheme, CsvText.Line line, Map<String, Integer> places, String value, Map<Cell, BigDecimal> read) {
        Integer table = places.get("table");
        Cell cell = new Cell(
                table == null ? scheme.tables().get(0).id() : cell(line, table),
                cell(line, places.get("row")),
                cell(line, places.get("column")));
        if (!scheme.cells().contains(cell)) {
            return Optional.of(Refusal.of("opening.cell", line.number(), cell.toString()));
        }
        BigDecimal figure;
        try {
            figure = new BigDecimal(value.replace(",", "").replace("，", ""));
        } catch (NumberFormatException e) {
            return Optional.of(Refusal.of("opening.figure", line.number(), value));
        }
        if (!StatementDesk.isFigure(figure) || figure.signum() < 0 && !scheme.mayFall(cell)) {
            return Optional.of(Refusal.of("opening.figure", line.number(), value));
        }
        return read.put(cell, figure) == null
                ? Optional.empty()
                : Optional.of(Refusal.of("opening.twice", line.number(), cell.toString()));
    }

    private static String cell(CsvText.Line line, @org.jspecify.annotations.Nullable Integer place) {
        return place == null || place >= line.cells().size() ? "" : line.cells().get(place);
    }
}
