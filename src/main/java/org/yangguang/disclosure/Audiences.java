package org.yangguang.disclosure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.AudienceTable;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.Sm3;

/** Named audiences of limited disclosure and the codes that open them. A code is shown once; only its hash is kept. */
@Service
public class Audiences {

    private static final Role[] KEEPERS = {Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};
    /** Without those that are mistaken for each other when read aloud or from paper. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int LONGEST_NAME = 100;

    private final AudienceTable table;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Audiences(AudienceTable table, Permissions permissions, AuditTrail audit, Clock clock) {
        this.table = table;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of making or renewing a code. */
    public sealed interface Result {

        /** @param code in clear, {@code ABCD-EFGH-JKMN}; it cannot be had again */
        record Opened(long audience, String code) implements Result {}

        record Closed(long audience) implements Result {}

        record Refused(List<Reason> reasons) implements Result {}
    }

    /** The audiences of all organs for which the officer keeps them, newest first. */
    public List<Audience> of(Officer officer) {
        return table.of(permissions.organsWith(officer, KEEPERS));
    }

    /** Those of {@code organ} that can be chosen for an item today. */
    public List<Audience> open(OrganId organ) {
        LocalDate today = LocalDate.now(clock);
        return table.of(Set.of(organ)).stream()
                .filter(audience -> audience.open(today))
                .toList();
    }

    public Optional<Audience> find(long id) {
        return table.find(id);
    }

    /** The organs for which the officer may make audiences. */
    public Collection<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, KEEPERS);
    }

    /** The audience that a reader's code opens today, however it is typed. */
    public Optional<Audience> opened(String typed) {
        LocalDate today = LocalDate.now(clock);
        return table.byCodeHash(hash(typed)).filter(audience -> audience.open(today));
    }

    @Transactional
    public Result create(Officer officer, OrganId organ, String name, @Nullable LocalDate expiresOn) {
        List<Reason> reasons = new ArrayList<>(refusals(officer, organ));
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            reasons.add(Reason.at("name", "disclosure.limited.refused.name", LONGEST_NAME));
        }
        reasons.addAll(expiry(expiresOn));
        if (!reasons.isEmpty()) {
            return new Result.Refused(reasons);
        }
        String code = code();
        long id = table.insert(organ, given, hash(code), expiresOn, clock.instant());
        audit.record(
                "audience.created", "disclosure.audience:" + id, null, organ.value() + " " + given + " " + expiresOn);
        return new Result.Opened(id, code);
    }

    /** Makes a new code; the old one and what it opened are void at once. */
    @Transactional
    public Result renew(Officer officer, long id, @Nullable LocalDate expiresOn) {
        Optional<Audience> audience = table.find(id);
        List<Reason> reasons = new ArrayList<>(refusals(officer, audience));
        reasons.addAll(expiry(expiresOn));
        if (!reasons.isEmpty()) {
            return new Result.Refused(reasons);
        }
        String code = code();
        Instant now = clock.instant();
        table.renew(id, hash(code), expiresOn, now);
        audit.record("audience.renewed", "disclosure.audience:" + id, audience.toString(), now + " " + expiresOn);
        return new Result.Opened(id, code);
    }

    /** Ends the audience; what it was for is read by officers only from now on. */
    @Transactional
    public Result close(Officer officer, long id) {
        Optional<Audience> audience = table.find(id);
        List<Reason> reasons = refusals(officer, audience);
        if (!reasons.isEmpty()) {
            return new Result.Refused(reasons);
        }
        table.close(id, clock.instant());
        audit.record("audience.closed", "disclosure.audience:" + id, audience.toString(), "closed");
        return new Result.Closed(id);
    }

    private List<Reason> refusals(Officer officer, Optional<Audience> audience) {
        if (audience.isEmpty()) {
            return List.of(Reason.of("disclosure.limited.refused.unknown"));
        }
        List<Reason> reasons = new ArrayList<>(refusals(officer, audience.get().organ()));
        if (audience.get().closedAt() != null) {
            reasons.add(Reason.of("disclosure.limited.refused.closed"));
        }
        return reasons;
    }

    private List<Reason> refusals(Officer officer, OrganId organ) {
        return permissions.organsWith(officer, KEEPERS).contains(organ)
                ? List.of()
                : List.of(Reason.at("organ", "disclosure.limited.refused.organ"));
    }

    private List<Reason> expiry(@Nullable LocalDate expiresOn) {
        return expiresOn != null && expiresOn.isBefore(LocalDate.now(clock))
                ? List.of(Reason.at("expiresOn", "disclosure.limited.refused.expiry"))
                : List.of();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String hash(String code) {
        return Sm3.hex(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }
}
