package org.yangguang.request;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.request.internal.ApplicantSide;
import org.yangguang.request.internal.QueryCodes;

/**
 * What people outside do by a code: applicants follow their case, act in it, take the reply and rate it; those who were asked for an opinion give it. Who calls
 * limits guessing ({@code CodeGuessing}).
 */
@Service
public class Tracking {

    private static final int LONGEST_WORDS = 1_000;

    private final Requests requests;
    private final ApplicantSide table;
    private final QueryCodes codes;
    private final AuditTrail audit;
    private final Clock clock;

    Tracking(Requests requests, ApplicantSide table, QueryCodes codes, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.table = table;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A consultation as who was asked sees it. */
    public record Asked(Case known, Case.Consultation consultation) {}

    /** @param stars 1 (very dissatisfied) to 5 (very satisfied) */
    public record Rating(int stars, String words, Instant at) {}

    /** @param what {@code letter}, or the hash of a file */
    public record Taken(String what, Instant firstAt, int times) {}

    public Optional<Case> find(String number, String code) {
        return requests.byQueryCode(number, code).flatMap(requests::find);
    }

    /**
     * Does what the applicant wants.
     *
     * @param version version of the case that they had before them
     */
    @Transactional
    public Outcome act(Case known, int version, Act act) {
        if (known.version() != version) {
            return refused(
                    known, act.step().action().name(), List.of(Reason.of("request.refused.movedOn", known.state())));
        }
        return requests.actByApplicant(known.id(), act);
    }

    /** Notes that the applicant took something of the reply; the first time is the record of service online (国办公开办函〔2016〕235号). */
    @Transactional
    public void took(Case known, String what) {
        if (table.taken(known.id(), what, clock.instant())) {
            audit.record("applicant", "case.reply-taken", subject(known), null, what);
        }
    }

    public List<Taken> taken(CaseId id) {
        return table.taken(id).stream()
                .map(each -> new Taken(each.what(), each.firstAt(), each.times()))
                .toList();
    }

    /** Rates how a case was handled, once, when it is over. */
    @Transactional
    public Outcome rate(Case known, int stars, String words) {
        List<Reason> reasons = new ArrayList<>();
        if (known.state().open()) {
            reasons.add(Reason.of("request.refused.rateOpen"));
        }
        if (stars < 1 || stars > 5) {
            reasons.add(Reason.at("stars", "request.refused.stars"));
        }
        Reason.tooLong("words", words, LONGEST_WORDS).ifPresent(reasons::add);
        if (reasons.isEmpty() && !table.rate(known.id(), stars, words, clock.instant())) {
            reasons.add(Reason.of("request.refused.rated"));
        }
        if (!reasons.isEmpty()) {
            return refused(known, "RATE", reasons);
        }
        audit.record("applicant", "case.rated", subject(known), null, String.valueOf(stars));
        return new Outcome.Done(known.id(), known.state(), known.version());
    }

    public @Nullable Rating rating(CaseId id) {
        return table.rating(id)
                .map(each -> new Rating(each.stars(), each.words(), each.at()))
                .orElse(null);
    }

    /** A new code for who is asked; a former one of the same consultation is no longer good. It is shown once and kept as a hash. */
    @Transactional
    public String issueOpinionCode(Case known, int consultation) {
        String code = codes.issue();
        table.opinionCode(known.id(), consultation, QueryCodes.hash(code), clock.instant());
        audit.record("case.opinion-code-issued", subject(known), null, String.valueOf(consultation));
        return code;
    }

    public Optional<Asked> asked(String number, String code) {
        return table.byOpinionCode(number.strip(), QueryCodes.hash(code))
                .flatMap(found -> requests.find(found.id()).flatMap(known -> known.consultation(found.consultation())
                        .map(consultation -> new Asked(known, consultation))));
    }

    /** Takes in what somebody answers who was asked. */
    @Transactional
    public Outcome answer(Asked asked, Act act) {
        return requests.actByConsulted(asked.known().id(), act);
    }

    private Outcome refused(Case known, String what, List<Reason> reasons) {
        String keys = reasons.stream().map(Reason::key).toList().toString();
        audit.record("applicant", "case.refused", subject(known), null, what + " " + keys);
        return new Outcome.Refused(List.copyOf(reasons));
    }

    private static String subject(Case known) {
        return "request.application:" + known.id().value();
    }
}
