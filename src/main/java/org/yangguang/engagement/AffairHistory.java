package org.yangguang.engagement;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.engagement.internal.VoteTable;
import org.yangguang.organ.OrganId;

/** Takes over what was announced and counted before this program was there: with its own dates, and audited. */
@Service
public class AffairHistory {

    private static final String ACTOR = "system:history";
    private static final int HOUR = 9;

    private final AffairTable table;
    private final PartTable parts;
    private final VoteTable votes;
    private final AuditTrail audit;
    private final Clock clock;

    AffairHistory(AffairTable table, PartTable parts, VoteTable votes, AuditTrail audit, Clock clock) {
        this.table = table;
        this.parts = parts;
        this.votes = votes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Dates the publication of an affair back. */
    @Transactional
    public Affair publishedOn(Affair affair, LocalDate on) {
        table.publishedAt(
                affair.id(), on.atTime(HOUR, 0).atZone(clock.getZone()).toInstant());
        audit.record(ACTOR, "affair.dated", "engagement.affair:" + affair.id(), null, on.toString());
        return table.find(affair.id()).orElseThrow();
    }

    /** Parts of an affair that wait for their release. */
    public List<Long> unreleased(Affair affair) {
        return parts.of(affair.id()).stream()
                .filter(part -> part.state() == AffairPart.State.WRITTEN)
                .map(AffairPart::id)
                .toList();
    }

    /** Takes over ratings that were counted elsewhere, by organ. */
    @Transactional
    public void votes(Affair affair, Map<OrganId, List<Integer>> scores, LocalDate on) {
        scores.forEach((organ, given) -> {
            for (int i = 0; i < given.size(); i++) {
                votes.add(
                        affair.id(),
                        organ.value(),
                        ByteBuffer.allocate(Integer.BYTES).putInt(i).array(),
                        1,
                        given.get(i),
                        on);
            }
        });
        audit.record(ACTOR, "affair.ratings-taken-over", "engagement.affair:" + affair.id(), null, scores.toString());
    }
}
