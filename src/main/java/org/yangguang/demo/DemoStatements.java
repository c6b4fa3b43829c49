package org.yangguang.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountRegister;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Contradiction;
import org.yangguang.statistics.OpeningImport;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.StatementDesk;
import org.yangguang.statistics.StatementEntries;
import org.yangguang.statistics.StatementEntries.Decision;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.statistics.Statements;

/**
 * The district's statement of 2016: what was counted before comes from an opening statement, as it was printed, with its
 * contradictions; what happened in 2016 is counted, and what this program keeps no records of is entered from the ledger.
 */
@Component
class DemoStatements {

    private static final String REASON = "依据2016年度工作台账填写";
    private static final String NONE = "本机关2016年度没有此项工作";
    private static final String CHECKED = "已与原始记录核对，数字属实";
    private static final int FIRST_YEAR = 2008;

    private final OpeningImport openings;
    private final Statements statements;
    private final StatementDesk desk;
    private final StatementEntries entries;
    private final AccountRegister accounts;

    DemoStatements(
            OpeningImport openings,
            Statements statements,
            StatementDesk desk,
            StatementEntries entries,
            AccountRegister accounts) {
        this.openings = openings;
        this.statements = statements;
        this.desk = desk;
        this.entries = entries;
        this.accounts = accounts;
    }

    /** @param root the district government */
    void prepare(Officer district, OrganId root) {
        StatementKey key = new StatementKey(root, "2014", Period.year(2016), Coverage.SUBTREE);
        check(openings.take(
                district,
                key.before(),
                "2015年统计表.csv",
                String.join("\n", Resource.lines("opening-2015.csv")).getBytes(StandardCharsets.UTF_8)));
        check(desk.begin(district, key));
        Officer leader = leader(root);
        Map<String, BigDecimal> ledger = ledger();
        StatementPicture picture = statements.picture(key).orElseThrow();
        Map<Cell, BigDecimal> entered = new LinkedHashMap<>();
        for (Cell cell : blank(picture)) {
            BigDecimal figure = ledger.get(cell.row());
            if (figure != null) {
                entered.put(cell, figure);
            }
        }
        enter(key, entered, REASON, district, leader);
    }

    /** What nothing counts in the year. */
    private static List<Cell> blank(StatementPicture picture) {
        return picture.scheme().cells().stream()
                .filter(cell -> cell.column().equals("year"))
                .filter(cell -> picture.computed().at(cell).isEmpty())
                .toList();
    }

    /**
     * The statement of one body for 2016, taken through to the end: what was before is counted year by year. One with errors stays a
     * draft.
     *
     * @param office its disclosure office
     * @param leader its leader in charge
     */
    void freeze(Officer district, Officer office, Officer leader) {
        StatementKey key = new StatementKey(office.organ(), "2014", Period.year(2016), Coverage.ORGAN);
        check(openings.take(
                office, key.before(), "2015年累计数.csv", counted(key.before()).getBytes(StandardCharsets.UTF_8)));
        check(desk.begin(office, key));
        StatementPicture picture = statements.picture(key).orElseThrow();
        Map<Cell, BigDecimal> zeros = new LinkedHashMap<>();
        blank(picture).forEach(cell -> zeros.put(cell, BigDecimal.ZERO));
        enter(key, zeros, NONE, office, leader);
        StatementPicture filled = statements.picture(key).orElseThrow();
        for (Contradiction warning : filled.unexplained()) {
            check(entries.explain(office, key, version(key), warning.fingerprint(), CHECKED));
        }
        if (!filled.errors().isEmpty()) {
            return;
        }
        check(desk.move(office, key, version(key), Action.SUBMIT, ""));
        check(desk.move(district, key, version(key), Action.ACCEPT, "经核对，同意。"));
        check(desk.move(district, key, version(key), Action.FREEZE, ""));
    }

    /** Everything until the end of a year, as a file for {@link OpeningImport}. */
    private String counted(StatementKey last) {
        Map<Cell, BigDecimal> sums = new LinkedHashMap<>();
        for (int year = FIRST_YEAR; year <= last.period().year(); year++) {
            StatementPicture picture = statements
                    .picture(new StatementKey(last.organ(), last.scheme(), Period.year(year), last.coverage()))
                    .orElseThrow();
            for (Cell cell : picture.scheme().cells()) {
                if (cell.column().equals("year")) {
                    boolean level = picture.scheme()
                            .row(cell)
                            .filter(row -> row.kind() == Row.Kind.STOCK)
                            .isPresent();
                    BigDecimal figure = picture.figures().at(cell).orElse(BigDecimal.ZERO);
                    sums.merge(cell, figure, level ? (past, now) -> now : BigDecimal::add);
                }
            }
        }
        StringBuilder text = new StringBuilder("row,column,value\n");
        sums.forEach((cell, figure) -> text.append(cell.row())
                .append(",total,")
                .append(figure.toPlainString())
                .append('\n'));
        return text.toString();
    }

    private void enter(StatementKey key, Map<Cell, BigDecimal> figures, String reason, Officer office, Officer leader) {
        if (!figures.isEmpty()) {
            check(entries.enterAll(office, key, version(key), figures, reason));
            check(entries.decideAll(leader, key, version(key), Decision.APPROVE));
        }
    }

    private Officer leader(OrganId root) {
        Set<Officer.Grant> grants = Set.of(new Officer.Grant(Role.LEADER, root));
        AccountId id =
                accounts.open("district-leader", "钱分管", root, UUID.randomUUID().toString(), grants);
        return new Officer(id, "district-leader", "钱分管", root, grants);
    }

    private static Map<String, BigDecimal> ledger() {
        return Resource.lines("ledger-2016.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(parts -> parts[0], parts -> new BigDecimal(parts[1])));
    }

    private int version(StatementKey key) {
        return statements.find(key).orElseThrow().version();
    }

    private static void check(StatementOutcome outcome) {
        if (!outcome.done()) {
            throw new IllegalStateException("The demonstration was refused: " + outcome);
        }
    }
}
