package org.yangguang.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.internal.IndexNumberTable;
import org.yangguang.catalogue.internal.IndexSchemeTable;
import org.yangguang.catalogue.internal.NumberPattern;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** The schemes by which index numbers are made: one for all organs, and others for single organs, each from a day on. */
@Service
public class IndexSchemes {

    private final IndexSchemeTable table;
    private final IndexNumberTable numbers;
    private final Organs organs;
    private final CatalogueAuthority authority;
    private final AuditTrail audit;
    private final Clock clock;

    IndexSchemes(
            IndexSchemeTable table,
            IndexNumberTable numbers,
            Organs organs,
            CatalogueAuthority authority,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.numbers = numbers;
        this.organs = organs;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A scheme from a day on.
     *
     * @param organ whose; null for every organ without one of its own
     * @param example a number as it would look, made of the organ's code or of an invented one
     */
    public record Scheme(
            @Nullable Organ organ,
            String pattern,
            LocalDate validFrom,
            String madeBy,
            Instant madeAt,
            String example) {}

    /** Every scheme, the common ones first, the newest of each organ first. */
    public List<Scheme> all() {
        return table.all().stream().map(this::scheme).toList();
    }

    /** How far each counter of the year has come, by its stem; {@code {#}} stands for the serial number. */
    public Map<String, Long> counters(int year) {
        return numbers.counters(year);
    }

    /** Adds a scheme from today or a later day on; what was issued before stays as it is. */
    @Transactional
    public CatalogueOutcome<Scheme> add(Officer officer, @Nullable OrganId organ, String typed, LocalDate validFrom) {
        String pattern = typed.strip();
        List<Reason> reasons = new ArrayList<>(authority.refusals(officer));
        if (organ != null) {
            reasons.addAll(authority.refusals(organ));
        }
        reasons.addAll(NumberPattern.defects(pattern));
        if (validFrom.isBefore(LocalDate.now(clock))) {
            reasons.add(new Reason("catalogue.scheme.refused.past"));
        }
        if (!reasons.isEmpty()) {
            return new CatalogueOutcome.Refused<>(reasons);
        }
        if (!table.insert(organ, new NumberPattern(pattern), validFrom, officer.name())) {
            return CatalogueOutcome.refused(new Reason("catalogue.scheme.refused.sameDay", validFrom.toString()));
        }
        String subject = "catalogue.index_scheme:" + (organ == null ? "all" : organ.value()) + "/" + validFrom;
        audit.record(officer.login(), "scheme.added", subject, null, pattern);
        return new CatalogueOutcome.Done<>(all().stream()
                .filter(each -> each.validFrom().equals(validFrom)
                        && java.util.Objects.equals(
                                organ,
                                Optional.ofNullable(each.organ()).map(Organ::id).orElse(null)))
                .findFirst()
                .orElseThrow());
    }

    private Scheme scheme(IndexSchemeTable.Row row) {
        Organ organ = row.organ() == null ? null : organs.find(row.organ()).orElse(null);
        int year = LocalDate.now(clock).getYear();
        String example = organ == null
                ? row.pattern().of("01234567X", "990000", year).number(1)
                : row.pattern().of(organ, year).number(1);
        return new Scheme(organ, row.pattern().text(), row.validFrom(), row.madeBy(), row.madeAt(), example);
    }
}
