package org.yangguang.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.internal.LetterComposer;
import org.yangguang.request.internal.LetterComposer.Composed;
import org.yangguang.request.internal.LetterMaterials;
import org.yangguang.request.internal.LetterPdf;
import org.yangguang.request.internal.LetterTable;
import org.yangguang.request.internal.LetterWord;
import org.yangguang.site.SiteIdentity;

/**
 * Letters of a case, made from reviewed templates: previewed while the case is worked on, and issued with a document number once. What was issued never changes. A letter
 * without an article, or a reply without a reason, is refused with everything that is missing.
 *
 * <p>A reply that is served without its letter having been issued before gets it in the same transaction, as what is approved gets the sheet of
 * its review and what is transferred the letter to whom it goes.
 */
@Service
public class Letters {

    private final Requests requests;
    private final LetterMaterials materials;
    private final LetterComposer composer;
    private final LetterTable table;
    private final LetterPdf pdf;
    private final LetterWord word;
    private final Tracking tracking;
    private final LetterProperties properties;
    private final Organs organs;
    private final Permissions permissions;
    private final SiteIdentity site;
    private final AuditTrail audit;
    private final Clock clock;

    Letters(
            Requests requests,
            LetterMaterials materials,
            LetterComposer composer,
            LetterTable table,
            LetterPdf pdf,
            LetterWord word,
            Tracking tracking,
            LetterProperties properties,
            Organs organs,
            Permissions permissions,
            SiteIdentity site,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.materials = materials;
        this.composer = composer;
        this.table = table;
        this.pdf = pdf;
        this.word = word;
        this.tracking = tracking;
        this.properties = properties;
        this.organs = organs;
        this.permissions = permissions;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A letter that the case has, or can have.
     *
     * @param event number of the step that it belongs to
     * @param issued null while it is only a preview
     * @param ready whether it can be issued now; a reply under review is shown to its reviewers, and no more
     */
    public record Slot(LetterKind kind, int event, @Nullable Issued issued, boolean ready) {}

    /** A letter that was issued. */
    public record Issued(long id, String documentNumber, LocalDate on, String by) {}

    /** A letter, or every reason why there is none. */
    public sealed interface Result {
        record Made(Letter letter) implements Result {}

        record Refused(List<Reason> reasons) implements Result {}
    }

    /** Every letter of the case, in the order of the steps. */
    @Transactional(readOnly = true)
    public List<Slot> of(Case known) {
        List<LetterTable.Issued> issued = table.of(known.id());
        List<Slot> slots = new ArrayList<>();
        for (CaseEvent event : requests.history(known.id())) {
            for (LetterKind kind : LetterKind.values()) {
                if (kind.action() == event.step().action() && belongs(kind, event, known)) {
                    Issued found = issued.stream()
                            .filter(each -> each.kind() == kind && each.event() == event.number())
                            .findFirst()
                            .map(each -> new Issued(each.id(), each.documentNumber(), each.issuedOn(), each.issuedBy()))
                            .orElse(null);
                    slots.add(new Slot(kind, event.number(), found, ready(kind, known)));
                }
            }
        }
        return slots;
    }

    /** Letters that the applicant can take: issued, and meant for them. A reply only when it was served. */
    @Transactional(readOnly = true)
    public List<Slot> forApplicant(Case known) {
        return of(known).stream()
                .filter(slot -> slot.issued() != null && slot.kind().forApplicant())
                .filter(slot -> slot.kind() != LetterKind.REPLY || known.state() == CaseState.CLOSED)
                .toList();
    }

    /** The letter as it was issued, or as it would be. */
    @Transactional(readOnly = true)
    public Result show(Case known, LetterKind kind, int event) {
        Optional<Slot> slot = slot(known, kind, event);
        if (slot.isEmpty()) {
            return new Result.Refused(List.of(Reason.of("request.refused.letterNone")));
        }
        Issued issued = slot.get().issued();
        return issued != null
                ? table.letter(known.id(), issued.id())
                        .<Result>map(Result.Made::new)
                        .orElseGet(() -> new Result.Refused(List.of(Reason.of("request.refused.letterErased"))))
                : preview(known, kind, event);
    }

    private Result preview(Case known, LetterKind kind, int event) {
        LocalDate on = dated(known, kind, event);
        return composed(known, kind, event, on, number(known, kind, event, on, "　　"), "（签发时生成）");
    }

    /** A letter bears the day of the step that it tells of; what tells of a decision that of the decision. */
    private LocalDate dated(Case known, LetterKind kind, int event) {
        return switch (kind) {
            case REPLY, REVIEW_SHEET, DISCLOSURE_HANDOVER -> LocalDate.now(clock);
            case DISCLOSURE_NOTICE ->
                known.result() == null ? LocalDate.now(clock) : known.result().on();
            default -> requests.history(known.id()).get(event - 1).on();
        };
    }

    /** Issues the letter with the next number of its organ; the same letter a second time is the one that was issued. */
    @Transactional
    public Result issue(Officer officer, Case known, LetterKind kind, int event) {
        boolean may = permissions.holds(officer, Role.HANDLER, known.organ())
                || permissions.holds(officer, Role.DISCLOSURE_OFFICE, known.organ())
                || permissions.holds(officer, Role.DISTRICT_OFFICE, known.organ());
        Optional<Slot> slot = slot(known, kind, event);
        if (!may || slot.isEmpty() || !slot.get().ready()) {
            return new Result.Refused(
                    List.of(Reason.of(may ? "request.refused.letterNotReady" : "request.refused.letterRole")));
        }
        return slot.get().issued() != null
                ? show(known, kind, event)
                : issue(By.officer(officer), officer.login(), known, kind, event, dated(known, kind, event));
    }

    /** What was approved leaves the sheet of its review in the file, what was served its letter, what was transferred the letter to whom it goes. */
    @EventListener
    @Transactional
    public void moved(CaseMoved moved) {
        switch (moved.action()) {
            case APPROVE_REPLY -> file(moved, LetterKind.REVIEW_SHEET);
            case SERVE -> file(moved, LetterKind.REPLY);
            case TRANSFER -> file(moved, LetterKind.TRANSFER);
            default -> {
                // other letters are issued by hand
            }
        }
    }

    private void file(CaseMoved moved, LetterKind kind) {
        Case known = requests.find(moved.id()).orElseThrow();
        int event = kind == LetterKind.TRANSFER ? known.version() : replyEvent(known);
        if (slot(known, kind, event).filter(slot -> slot.issued() == null).isPresent()) {
            issue(By.PROGRAM, "program", known, kind, event, moved.on());
        }
    }

    private Result issue(By by, String actor, Case known, LetterKind kind, int event, LocalDate on) {
        Result tried = composed(known, kind, event, on, "", "");
        if (tried instanceof Result.Refused) {
            return tried;
        }
        String code = asks(kind)
                ? consultation(known, event)
                        .map(asked -> tracking.issueOpinionCode(known, asked.number()))
                        .orElse("")
                : "";
        Result made = composed(known, kind, event, on, number(known, kind, event, on, null), code);
        if (made instanceof Result.Made done) {
            long id = table.insert(known.id(), event, done.letter(), by);
            audit.record(
                    actor,
                    "case.letter-issued",
                    "request.letter:" + id,
                    null,
                    kind + " " + done.letter().documentNumber() + " " + known.number());
        }
        return made;
    }

    /** The letter as PDF. */
    public byte[] pdf(Letter letter) {
        return pdf.of(letter);
    }

    /** The letter as a Word document. */
    public byte[] word(Letter letter) {
        return word.of(letter);
    }

    /** An issued letter of the case by its number. */
    @Transactional(readOnly = true)
    public Optional<Letter> issued(Case known, long id) {
        return table.letter(known.id(), id);
    }

    private Result composed(Case known, LetterKind kind, int event, LocalDate on, String number, String code) {
        String address = site.url() + "/on-request/opinion?number=" + known.number();
        String access = !asks(kind) || code.isEmpty()
                ? ""
                : (kind == LetterKind.JOINT_ORGAN_CONSULTATION ? "贵机关" : "您") + "也可以在网上提出意见：打开" + site.url()
                        + "/on-request/opinion，填写登记编号" + known.number() + "和查询码" + code + "，或者扫描下面的二维码。";
        Composed composed = composer.compose(
                kind,
                materials.of(known, kind, event, access),
                on,
                number,
                asks(kind) && !code.isEmpty() && !code.startsWith("（") ? address + "#" + code : "");
        return composed instanceof Composed.Done done
                ? new Result.Made(done.letter())
                : new Result.Refused(((Composed.Refused) composed).reasons());
    }

    /** Numbered in the year of its day. */
    private String number(Case known, LetterKind kind, int event, LocalDate on, @Nullable String serial) {
        Organ organ = organs.find(materials.issuer(known, kind, event)).orElseThrow();
        int year = on.getYear();
        return properties
                .pattern(kind.series())
                .replace("{organ}", organ.shortName())
                .replace("{year}", String.valueOf(year))
                .replace(
                        "{serial}",
                        serial == null ? String.valueOf(table.next(organ.id(), year, kind.series())) : serial);
    }

    private Optional<Slot> slot(Case known, LetterKind kind, int event) {
        return of(known).stream()
                .filter(each -> each.kind() == kind && each.event() == event)
                .findFirst();
    }

    private static boolean asks(LetterKind kind) {
        return kind == LetterKind.THIRD_PARTY_CONSULTATION || kind == LetterKind.JOINT_ORGAN_CONSULTATION;
    }

    private static Optional<Case.Consultation> consultation(Case known, int event) {
        return known.consultations().stream()
                .filter(each -> each.event() == event)
                .findFirst();
    }

    private boolean belongs(LetterKind kind, CaseEvent event, Case known) {
        boolean third = consultation(known, event.number())
                .filter(each -> each.kind() == ConsultationKind.THIRD_PARTY)
                .isPresent();
        return switch (kind) {
            case THIRD_PARTY_CONSULTATION, OPINION_CONFIRMATION -> third;
            case JOINT_ORGAN_CONSULTATION -> !third;
            case DISCLOSURE_NOTICE -> third && granted(known);
            case REVIEW_SHEET, REPLY -> event.number() == replyEvent(known);
            case DISCLOSURE_HANDOVER ->
                event.number() == replyEvent(known)
                        && known.result() != null
                        && granted(known)
                        && materials.isHandedOver(known);
            default -> true;
        };
    }

    private static boolean granted(Case known) {
        ReplyKind kind = known.result() != null
                ? known.result().kind()
                : known.reply() != null && known.state() == CaseState.APPROVED
                        ? known.reply().kind()
                        : null;
        return kind == ReplyKind.GRANTED_IN_FULL || kind == ReplyKind.GRANTED_IN_PART;
    }

    private static int replyEvent(Case known) {
        return known.result() != null
                ? known.result().reply()
                : known.reply() == null ? 0 : known.reply().event();
    }

    private static boolean ready(LetterKind kind, Case known) {
        boolean reviewed = kind == LetterKind.REPLY || kind == LetterKind.REVIEW_SHEET;
        return !reviewed || known.state() == CaseState.APPROVED || known.state() == CaseState.CLOSED;
    }
}
