package org.yangguang.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.internal.LetterCodes;
import org.yangguang.engagement.internal.LetterEvents;
import org.yangguang.engagement.internal.LetterNotices;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.engagement.internal.LetterRatings;
import org.yangguang.engagement.internal.LetterReplies;
import org.yangguang.engagement.internal.LetterRules;
import org.yangguang.engagement.internal.LetterTable;
import org.yangguang.engagement.internal.Mailroom;
import org.yangguang.organ.OrganId;
import org.yangguang.site.FormVerdict;

/**
 * Letters to the opinion box: the way in for writers, clerks and officers.
 *
 * <p>Every step is a row of the letter's record and an entry of the audit chain in one transaction. A refusal changes nothing and gives every
 * reason at once.
 */
@Service("engagementLetters")
public class Letters {

    private static final String WRITER = "writer";
    private static final Role[] ROLES = {
        Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE
    };
    private static final Role[] INTAKE = {Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};

    private final LetterTable letters;
    private final Mailroom mailroom;
    private final LetterEvents events;
    private final LetterReplies replies;
    private final LetterRatings ratings;
    private final LetterPublications publications;
    private final LetterNotices notices;
    private final LetterRules rules;
    private final LetterClock letterClock;
    private final LetterCodes codes;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Letters(
            LetterTable letters,
            Mailroom mailroom,
            LetterEvents events,
            LetterReplies replies,
            LetterRatings ratings,
            LetterPublications publications,
            LetterNotices notices,
            LetterRules rules,
            LetterClock letterClock,
            LetterCodes codes,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.letters = letters;
        this.mailroom = mailroom;
        this.events = events;
        this.replies = replies;
        this.ratings = ratings;
        this.publications = publications;
        this.notices = notices;
        this.rules = rules;
        this.letterClock = letterClock;
        this.codes = codes;
        this.permissions = permissions;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What speaks against a letter before it is sent. */
    public List<Reason> against(NewLetter letter) {
        return rules.against(letter);
    }

    /**
     * Takes in what somebody wrote on the public pages; returns when it is kept for good. Not for use within a transaction.
     *
     * @param form the copy of the form; what was sent with it once has the same number and query code ({@link #codeOf}) ever after
     * @return the number
     */
    public Outcome<String> receiveFromPublic(NewLetter letter, FormVerdict.Admitted form) {
        List<Reason> reasons = rules.against(letter);
        Optional<OrganId> organ = addressee(letter, reasons);
        return reasons.isEmpty()
                ? new Outcome.Done<>(mailroom.keepOnce(letter, organ.orElseThrow(), form))
                : new Outcome.Refused<>(List.copyOf(reasons));
    }

    /** The query code of the letter that was sent with this copy of the form. */
    public String codeOf(String form) {
        return codes.of(form);
    }

    /** Takes in what a clerk wrote down for somebody at the telephone or the window, or from paper. */
    @Transactional
    public Outcome<LetterReceipt> receive(Officer officer, NewLetter letter) {
        return receive(officer, letter, today());
    }

    /** As {@link #receive(Officer, NewLetter)}, for what came in on an earlier day. */
    @Transactional
    public Outcome<LetterReceipt> receive(Officer officer, NewLetter letter, LocalDate on) {
        if (permissions.organsWith(officer, INTAKE).isEmpty()) {
            return Outcome.refused(Reason.of("engagement.refused.intake"));
        }
        if (on.isAfter(today())) {
            return Outcome.refused(Reason.at("receivedOn", "engagement.refused.future"));
        }
        Instant at = on.equals(today())
                ? clock.instant()
                : on.atTime(9, 0).atZone(clock.getZone()).toInstant();
        List<Reason> reasons = rules.against(letter);
        Optional<OrganId> organ = addressee(letter, reasons);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        String code = codes.issue();
        LetterTable.Numbered kept =
                mailroom.keep(officer.login(), new Mailroom.Arrival(letter, organ.orElseThrow(), code, on, at));
        events.add(
                kept.id(),
                event(officer, LetterAction.NOTE, LetterState.RECEIVED, LetterState.RECEIVED, organ.get(), ""));
        return new Outcome.Done<>(new LetterReceipt(kept.id(), kept.number(), code));
    }

    private Optional<OrganId> addressee(NewLetter letter, List<Reason> reasons) {
        Optional<OrganId> organ = letter.organ() == null ? rules.distributing() : Optional.of(letter.organ());
        if (reasons.isEmpty() && organ.isEmpty()) {
            reasons.add(Reason.at("organ", "engagement.refused.organ"));
        }
        return organ;
    }

    /**
     * Does what the officer wants, or refuses it with every reason.
     *
     * @param version version of the letter that the officer had before them
     */
    @Transactional
    public Outcome<Letter> act(Officer officer, long id, int version, LetterStep step) {
        return act(officer, id, version, step, today());
    }

    /** As above, for what was done on an earlier day and is taken over from paper. */
    @Transactional
    public Outcome<Letter> act(Officer officer, long id, int version, LetterStep step, LocalDate on) {
        Optional<Letter> locked = letters.lock(id).filter(letter -> mayRead(officer, letter));
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.refused.unknown"));
        }
        Letter letter = locked.get();
        if (letter.version() != version) {
            return Outcome.refused(Reason.of("engagement.refused.stale", letter.state()));
        }
        Letter target = step.action() == LetterAction.MERGE
                ? letters.byNumber(step.into().strip())
                        .filter(each -> mayRead(officer, each))
                        .orElse(null)
                : null;
        LetterReply reply = replies.find(id);
        List<Reason> reasons = rules.against(officer, letter, step, reply, target, writer(id));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(reasons));
        }
        LetterTransition transition =
                LetterTransitions.of(letter.state(), step.action()).orElseThrow();
        OrganId organ = step.organ() == null ? letter.organ() : step.organ();
        letters.move(id, transition.to(), organ, target == null ? null : target.id(), clock.instant());
        events.add(id, event(officer, step.action(), letter.state(), transition.to(), organ, step.note()));
        follow(officer, letter, step, target, reply, on);
        Letter after = letters.find(id).orElseThrow();
        audit.record(
                officer.login(),
                transition.event(),
                subject(id),
                letter.toString(),
                after + " " + step.note() + step.shown());
        return new Outcome.Done<>(after);
    }

    /** What else a step brings about. */
    private void follow(
            Officer officer, Letter letter, LetterStep step, @Nullable Letter target, LetterReply reply, LocalDate on) {
        switch (step.action()) {
            case APPROVE_REPLY -> {
                answered(letter, on);
                letters.mergedInto(letter.id()).forEach(merged -> answered(merged, on));
            }
            case MERGE -> {
                if (Objects.requireNonNull(target).repliedOn() != null) {
                    answered(letter, on);
                }
            }
            case SEPARATE -> letters.replied(letter.id(), null, null);
            case PUBLISH -> {
                publications.insert(
                        letter,
                        Objects.requireNonNull(step.shown()),
                        officer.name(),
                        on.equals(today())
                                ? clock.instant()
                                : on.atTime(16, 0).atZone(clock.getZone()).toInstant());
                publisher.publishEvent(new LetterShown(letter.id()));
            }
            case WITHDRAW -> {
                publications.delete(letter.id());
                publisher.publishEvent(new LetterShown(letter.id()));
            }
            default -> {}
        }
    }

    private void answered(Letter letter, LocalDate on) {
        letters.replied(letter.id(), on, letterClock.worked(letter.receivedOn(), on));
        notices.answered(letter, writer(letter.id()));
    }

    /** Saves what is written as a reply; refused when somebody else saved meanwhile. */
    @Transactional
    public Outcome<LetterReply> saveReply(Officer officer, long id, int replyVersion, String text) {
        Optional<Letter> locked = letters.lock(id).filter(letter -> mayRead(officer, letter));
        if (locked.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.refused.unknown"));
        }
        Letter letter = locked.get();
        if (letter.state() != LetterState.IN_HAND
                || !permissions.organsWith(officer, INTAKE).contains(letter.organ())) {
            return Outcome.refused(Reason.of("engagement.refused.replyNow", letter.state()));
        }
        if (text.isBlank() || text.length() > LetterRules.LONGEST_TEXT) {
            return Outcome.refused(Reason.at("reply", "engagement.refused.reply", LetterRules.LONGEST_TEXT));
        }
        if (!replies.save(id, replyVersion, text.strip(), officer, clock.instant())) {
            return Outcome.refused(Reason.of("engagement.refused.replyStale"));
        }
        audit.record(officer.login(), "letter.reply-written", subject(id), null, text);
        return new Outcome.Done<>(replies.find(id));
    }

    /** Takes the writer's judgement of the reply, once. */
    @Transactional
    public Outcome<Letter> rate(String number, String code, int score, String remark) {
        Optional<Letter> found = byCode(number, code).filter(letter -> letter.repliedOn() != null);
        if (found.isEmpty()) {
            return Outcome.refused(Reason.of("engagement.refused.rateUnknown"));
        }
        if (score < 1 || score > 5) {
            return Outcome.refused(Reason.at("score", "engagement.refused.score"));
        }
        if (remark.length() > LetterRules.LONGEST_NOTE) {
            return Outcome.refused(Reason.at("remark", "engagement.refused.noteLong", LetterRules.LONGEST_NOTE));
        }
        Letter letter = found.get();
        if (!ratings.add(letter.id(), score, remark.strip(), today())) {
            return Outcome.refused(Reason.of("engagement.refused.rated"));
        }
        audit.record(WRITER, "letter.rated", subject(letter.id()), null, score + remark);
        return new Outcome.Done<>(letter);
    }

    @Transactional(readOnly = true)
    public Optional<Letter> find(long id) {
        return letters.find(id);
    }

    /** Finds a letter by what its writer was given; empty for anything else. */
    @Transactional(readOnly = true)
    public Optional<Letter> byCode(String number, String code) {
        String plain = number.strip();
        return letters.byCode(plain, LetterCodes.hash(plain, code));
    }

    /** What the writer said, word for word. It may name people: record the reading before it is shown unmasked. */
    @Transactional(readOnly = true)
    public Optional<LetterTable.Words> words(long id) {
        return letters.words(id);
    }

    /** Who wrote it. Record the reading ({@code AuditTrail.recordReading}) before showing more than a mask. */
    @Transactional(readOnly = true)
    public Writer writer(long id) {
        return letters.writer(id).orElse(Writer.NOBODY);
    }

    @Transactional(readOnly = true)
    public LetterReply reply(long id) {
        return replies.find(id);
    }

    /** The reply as its writer may read it: that of the letter with which it was merged, when it was. Empty while there is none. */
    @Transactional(readOnly = true)
    public Optional<String> replyFor(Letter letter) {
        long answered = letter.mergedInto() == null ? letter.id() : letter.mergedInto();
        return letter.repliedOn() == null
                ? Optional.empty()
                : Optional.of(replies.find(answered).text());
    }

    @Transactional(readOnly = true)
    public Optional<LetterRatings.Rating> rating(long id) {
        return ratings.find(id);
    }

    /** Everything that was done, in order. */
    @Transactional(readOnly = true)
    public List<LetterEvent> history(long id) {
        return events.of(id);
    }

    /** Other letters with the same words or the same telephone, as far as this officer may know of them. */
    @Transactional(readOnly = true)
    public List<Letter> akin(Officer officer, long id) {
        return letters.akin(id, 20).stream()
                .filter(letter -> mayRead(officer, letter))
                .toList();
    }

    public boolean mayRead(Officer officer, Letter letter) {
        return organsOf(officer).contains(letter.organ());
    }

    /** Organs whose letters the officer may see. */
    public Set<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, ROLES);
    }

    public boolean takesIn(Officer officer) {
        return !permissions.organsWith(officer, INTAKE).isEmpty();
    }

    /** Actions that a page may offer the officer now. */
    @Transactional(readOnly = true)
    public List<LetterAction> offered(Officer officer, Letter letter) {
        LetterReply reply = replies.find(letter.id());
        return Arrays.stream(LetterAction.values())
                .filter(action -> rules.against(officer, letter, action, reply).isEmpty())
                .toList();
    }

    /** Whether the officer may write the reply now. */
    public boolean mayWrite(Officer officer, Letter letter) {
        return letter.state() == LetterState.IN_HAND
                && permissions.organsWith(officer, INTAKE).contains(letter.organ());
    }

    private LetterEvent event(
            Officer officer, LetterAction action, LetterState from, LetterState to, OrganId organ, String note) {
        return new LetterEvent(
                action,
                from,
                to,
                organ,
                clock.instant(),
                officer.id().value(),
                officer.name(),
                officer.organ(),
                note.strip());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String subject(long id) {
        return "engagement.letter:" + id;
    }
}
