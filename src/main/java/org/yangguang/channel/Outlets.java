package org.yangguang.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.channel.internal.Credentials;
import org.yangguang.channel.internal.OutletTable;
import org.yangguang.disclosure.Reason;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** The outlets of the organs, kept by the disclosure office of each. */
@Service
public class Outlets {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_SECRET = 500;

    private final OutletTable table;
    private final Organs organs;
    private final Catalogue catalogue;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    Outlets(
            OutletTable table,
            Organs organs,
            Catalogue catalogue,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.organs = organs;
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer typed about an outlet. */
    public record Typed(
            OrganId organ,
            @Nullable Carrier carrier,
            String name,
            @Nullable String nameEn,
            String address,
            Outlet.Takes takes,
            List<String> columns) {}

    public Optional<Outlet> find(long id) {
        return table.find(id);
    }

    /** Every outlet in use, for readers. */
    public List<Outlet> open() {
        return table.open();
    }

    /** The open outlets by which items of this organ may go out: its own and those of the organs above it. */
    public List<Outlet> reaching(OrganId organ) {
        return table.open().stream()
                .filter(outlet -> organs.subtree(outlet.organ()).contains(organ))
                .toList();
    }

    /** Outlets that the officer works for, closed ones too. */
    public List<Outlet> of(Officer officer) {
        return table.of(worksFor(officer));
    }

    /** Organs whose outlets the officer may serve: whoever drafts or discloses for them. */
    public Set<OrganId> worksFor(Officer officer) {
        return permissions.organsWith(officer, Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    /** Organs whose outlets the officer may open, change and close. */
    public Set<OrganId> keeps(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    @Transactional
    public Outcome open(Officer officer, Typed typed) {
        Typed tidy = tidy(typed);
        List<Reason> reasons = against(officer, tidy.organ());
        reasons.addAll(against(tidy));
        if (tidy.carrier() == null || tidy.carrier() == Carrier.WEBSITE) {
            reasons.add(Reason.at("carrier", "channel.refused.carrier"));
        }
        return Outcome.of(reasons, () -> {
            long id = table.insert(tidy, clock.instant());
            audit.record("outlet.opened", subject(id), null, tidy.toString());
            return id;
        });
    }

    @Transactional
    public Outcome change(Officer officer, long id, int version, Typed typed) {
        Typed tidy = tidy(typed);
        List<Reason> reasons = against(officer, id);
        reasons.addAll(against(tidy));
        Optional<Outlet> before = table.find(id);
        if (reasons.isEmpty() && !table.update(id, version, tidy)) {
            reasons.add(Reason.of("channel.refused.changed"));
        }
        return Outcome.of(reasons, () -> {
            audit.record("outlet.changed", subject(id), before.toString(), tidy.toString());
            return id;
        });
    }

    /** Closes it for good; what waits for it is a clerk's to cancel. */
    @Transactional
    public Outcome close(Officer officer, long id) {
        List<Reason> reasons = against(officer, id);
        return Outcome.of(reasons, () -> {
            table.close(id, clock.instant());
            audit.record("outlet.closed", subject(id), null, null);
            return id;
        });
    }

    /**
     * Gives the program access to the service; what was given before is replaced. Nobody can read it again.
     *
     * @param account AppID of a WeChat Official Account
     * @param secret AppSecret, or the access token of Weibo
     * @param cover media id of the picture above WeChat articles
     */
    @Transactional
    public Outcome connect(Officer officer, long id, String account, String secret, String cover) {
        List<Reason> reasons = against(officer, id);
        Credentials given = new Credentials(account.strip(), secret.strip(), cover.strip());
        table.find(id).ifPresent(outlet -> reasons.addAll(against(outlet.carrier(), given)));
        return Outcome.of(reasons, () -> {
            table.connect(id, given);
            audit.record("outlet.connected", subject(id), null, null);
            return id;
        });
    }

    /** Takes the access away; from then on a clerk posts. */
    @Transactional
    public Outcome disconnect(Officer officer, long id) {
        List<Reason> reasons = against(officer, id);
        return Outcome.of(reasons, () -> {
            table.connect(id, null);
            audit.record("outlet.disconnected", subject(id), null, null);
            return id;
        });
    }

    private List<Reason> against(Officer officer, long id) {
        Optional<Outlet> outlet = table.find(id);
        if (outlet.isEmpty() || !outlet.get().open()) {
            return new ArrayList<>(List.of(Reason.of("channel.refused.gone")));
        }
        return against(officer, outlet.get().organ());
    }

    private List<Reason> against(Officer officer, OrganId organ) {
        List<Reason> reasons = new ArrayList<>();
        if (!keeps(officer).contains(organ)) {
            reasons.add(Reason.at("organ", "channel.refused.keeper"));
        }
        return reasons;
    }

    private List<Reason> against(Typed typed) {
        List<Reason> reasons = new ArrayList<>();
        if (typed.name().isEmpty() || typed.name().length() > LONGEST_NAME) {
            reasons.add(Reason.at("name", "channel.refused.name", String.valueOf(LONGEST_NAME)));
        }
        if (typed.nameEn() != null && typed.nameEn().length() > 2 * LONGEST_NAME) {
            reasons.add(Reason.at("nameEn", "channel.refused.nameEn", String.valueOf(2 * LONGEST_NAME)));
        }
        if (typed.address().isEmpty() || typed.address().length() > LONGEST_ADDRESS) {
            reasons.add(Reason.at("address", "channel.refused.address", String.valueOf(LONGEST_ADDRESS)));
        }
        typed.columns().stream()
                .filter(code -> catalogue.columnByCode(code).isEmpty())
                .forEach(code -> reasons.add(Reason.at("columns", "channel.refused.column", code)));
        if (typed.takes() == Outlet.Takes.COLUMNS && typed.columns().isEmpty()) {
            reasons.add(Reason.at("columns", "channel.refused.columns"));
        }
        return reasons;
    }

    private static List<Reason> against(Carrier carrier, Credentials given) {
        List<Reason> reasons = new ArrayList<>();
        boolean plain = (given.account() + given.secret() + given.cover())
                .codePoints()
                .allMatch(point -> point > ' ' && point < 127);
        if (carrier.work() != Carrier.Work.SERVICE) {
            reasons.add(Reason.of("channel.refused.noService"));
        } else if (given.secret().isEmpty()
                || carrier == Carrier.WECHAT
                        && (given.account().isEmpty() || given.cover().isEmpty())
                || !plain
                || given.written().length() > LONGEST_SECRET) {
            reasons.add(Reason.at("secret", "channel.refused.credentials." + carrier));
        }
        return reasons;
    }

    private static Typed tidy(Typed typed) {
        String english = typed.nameEn() == null ? "" : typed.nameEn().strip();
        List<String> columns = typed.columns().stream()
                .flatMap(each -> java.util.Arrays.stream(each.strip().split("[\\s,，、]+")))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return new Typed(
                typed.organ(),
                typed.carrier(),
                typed.name().strip(),
                english.isEmpty() ? null : english,
                typed.address().strip(),
                typed.takes(),
                typed.takes() == Outlet.Takes.COLUMNS ? columns : List.of());
    }

    private static String subject(long id) {
        return "channel.outlet:" + id;
    }
}
