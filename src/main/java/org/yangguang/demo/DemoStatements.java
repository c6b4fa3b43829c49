package org.yangguang.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.yangguang.statistics.OpeningImport;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.StatementDesk;
import org.yangguang.statistics.StatementEntries;
import org.yangguang.statistics.StatementEntries.Decision;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;

/**
 * The district's statement of 2016: what was counted before comes from an opening statement, as it was printed, with its
 * contradictions; what happened in 2016 is counted, and what this program keeps no records of is entered from the ledger.
 */
@Component
class DemoStatements {

    private static final String REASON = "依据2016年度工作台账填写";

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
        for (Cell cell : picture.scheme().cells()) {
            BigDecimal figure = ledger.get(cell.row());
            if (cell.column().equals("year") && figure != null && picture.computed().at(cell).isEmpty()) {
                check(entries.enter(district, key, version(key), cell, figure, REASON));
                long entry = statements
                        .picture(key)
                        .flatMap(each -> each.entry(cell))
                        .orElseThrow()
                        .id();
                check(entries.decide(leader, key, version(key), entry, Decision.APPROVE));
            }
        }
    }

    private Officer leader(OrganId root) {
        Set<Officer.Grant> grants = Set.of(new Officer.Grant(Role.LEADER, root));
        AccountId id = accounts.open("district-leader", "钱分管", root, UUID.randomUUID().toString(), grants);
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
