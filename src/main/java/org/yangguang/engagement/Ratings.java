package org.yangguang.engagement;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.VoteTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.BlindIndex;

/**
 * The yearly rating of organs by the public (社会评议), one to five.
 *
 * <p>Against stuffing: each copy of the form, with its proof of work, counts once, and one network address (an IPv6 address by its /64) rates one organ
 * {@link EngagementRules#ratingsPerAddress()} times in one rating. Kept is a keyed hash of the address that differs from rating to rating. People behind one
 * shared address share its ratings, and who has many addresses has many: the result is an impression, not a vote. What an organ got is told when the rating
 * is over and at least {@link EngagementRules#ratingFewest()} have rated it.
 */
@Service
public class Ratings {

    private static final int NETWORK_BYTES = 8;

    private final VoteTable votes;
    private final AffairTable affairs;
    private final Organs organs;
    private final EngagementRules rules;
    private final BlindIndex keyed;
    private final AuditTrail audit;
    private final Clock clock;

    Ratings(
            VoteTable votes,
            AffairTable affairs,
            Organs organs,
            EngagementRules rules,
            BlindIndex keyed,
            AuditTrail audit,
            Clock clock) {
        this.votes = votes;
        this.affairs = affairs;
        this.organs = organs;
        this.rules = rules;
        this.keyed = keyed;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param address network address of who rates */
    @Transactional
    public Outcome<Affair> rate(long affair, long organ, int score, String address) {
        LocalDate today = LocalDate.now(clock);
        Optional<Affair> open =
                affairs.find(affair).filter(each -> each.kind() == AffairKind.RATING && each.openOn(today));
        if (open.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.vote.refused.closed"));
        }
        if (organs.find(new OrganId(organ)).filter(Organ::open).isEmpty()) {
            return Outcome.refused(Reason.at("organ", "engagement.refused.organ"));
        }
        if (score < 1 || score > 5) {
            return Outcome.refused(Reason.at("score", "engagement.refused.score"));
        }
        byte[] voter = keyed.of(network(address), "engagement.rating_vote." + affair);
        if (!votes.add(affair, organ, voter, rules.ratingsPerAddress(), score, today)) {
            return Outcome.refused(Reason.of("engagement.vote.refused.again", rules.ratingsPerAddress()));
        }
        audit.record("writer", "contribution.rated", "engagement.affair:" + affair, null, organ + " " + score);
        return new Outcome.Done<>(open.get());
    }

    /** What the organs got, the best first; nothing before the rating is over. */
    public List<VoteTable.Result> results(Affair affair) {
        return affair.kind() == AffairKind.RATING && affair.overOn(LocalDate.now(clock))
                ? votes.results(affair.id(), rules.ratingFewest())
                : List.of();
    }

    /** How many ratings came in so far. */
    public long count(Affair affair) {
        return votes.count(affair.id());
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException odd) {
            return address;
        }
    }
}
