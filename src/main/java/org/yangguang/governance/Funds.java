package org.yangguang.governance;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.governance.internal.WorkTable;
import org.yangguang.organ.OrganId;

/** The ledger of special funds. Nothing is changed in it: what is wrong is struck and noted anew. */
@Service
public class Funds {

    private static final BigDecimal MOST = new BigDecimal("100000000000");
    private static final int LONGEST_ABOUT = 300;

    private final WorkTable table;
    private final Keepers keepers;
    private final AuditTrail audit;
    private final Clock clock;

    Funds(WorkTable table, Keepers keepers, AuditTrail audit, Clock clock) {
        this.table = table;
        this.keepers = keepers;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Fund> of(Officer officer) {
        return table.funds(keepers.organs(officer));
    }

    /** @param yuan amount with at most two decimals */
    @Transactional
    public Outcome note(
            Officer officer,
            OrganId organ,
            @Nullable LocalDate on,
            Fund.@Nullable Purpose purpose,
            @Nullable BigDecimal yuan,
            String about) {
        List<Reason> reasons = keepers.against(officer, organ);
        Terms.day(reasons, on);
        Terms.text(reasons, about, LONGEST_ABOUT, "fundAbout");
        if (purpose == null) {
            reasons.add(Reason.of("governance.refused.purpose"));
        }
        if (yuan == null || yuan.signum() <= 0 || yuan.scale() > 2 || yuan.compareTo(MOST) >= 0) {
            reasons.add(Reason.of("governance.refused.amount"));
        }
        if (on == null || purpose == null || yuan == null) {
            return new Outcome.Refused(reasons);
        }
        Fund fund = new Fund(0, organ, on, purpose, yuan, about.strip(), false);
        return Outcome.of(reasons, () -> {
            long id = table.insert(fund, officer.login(), clock.instant());
            audit.record("fund.noted", "governance.fund:" + id, null, fund.toString());
            return id;
        });
    }

    @Transactional
    public Outcome strike(Officer officer, long id) {
        Optional<Fund> fund = table.fund(id);
        if (fund.isEmpty()) {
            return new Outcome.Refused(List.of(Reason.of("governance.refused.gone")));
        }
        List<Reason> reasons = keepers.against(officer, fund.get().organ());
        if (reasons.isEmpty() && !table.strike(id, clock.instant())) {
            reasons.add(Reason.of("governance.refused.struck"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("fund.struck", "governance.fund:" + id, fund.get().toString(), null);
            return id;
        });
    }
}
