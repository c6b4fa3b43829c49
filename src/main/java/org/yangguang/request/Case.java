package org.yangguang.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.OrganId;

/**
 * An application as its history leaves it; recomputed from {@link CaseEvent}s alone and never changed by itself.
 *
 * @param number its number on the register
 * @param version number of events; an act that names another one is refused
 * @param regime Regulations that it is handled under
 * @param organ organ that has it now
 * @param receivedOn date of receipt; null while a confirmation is missing
 * @param handler who has it in hand; null while nobody is named
 * @param since the day since which it has been with whoever has it now
 * @param lastOn legal date of the last event
 * @param review who took part in the review of its reply
 * @param result its one result; null while it is open
 */
public record Case(
        CaseId id,
        String number,
        int version,
        CaseState state,
        Regime regime,
        OrganId organ,
        Channel channel,
        LocalDate arrivedOn,
        @Nullable LocalDate receivedOn,
        String unit,
        @Nullable AccountId handler,
        String handlerName,
        LocalDate since,
        LocalDate lastOn,
        @Nullable Correction correction,
        List<Consultation> consultations,
        @Nullable Extension extension,
        @Nullable Fee fee,
        @Nullable Reasons reasons,
        @Nullable LocalDate delayedUntil,
        @Nullable Reply reply,
        Review review,
        @Nullable Result result) {

    /** The one request to correct an application (2019 Art. 30). */
    public record Correction(
            LocalDate askedOn, LocalDate until, @Nullable LocalDate receivedOn) {}

    /**
     * Somebody who was asked.
     *
     * @param number in the case, from 1
     * @param event number of the event, beside which the name stands
     * @param opinion null while none is in, and when silence was recorded
     * @param closedOn the day of the opinion or of the record of silence
     */
    public record Consultation(
            int number,
            int event,
            ConsultationKind kind,
            LocalDate sentOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Opinion opinion,
            @Nullable LocalDate closedOn) {

        public boolean open() {
            return closedOn == null;
        }
    }

    /** One extension, in three steps: proposed, approved by the head, told to the applicant; only the last makes the period longer. */
    public record Extension(
            AccountId proposedBy,
            boolean approved,
            @Nullable LocalDate notifiedOn) {}

    /** A fee that was asked for. */
    public record Fee(
            FeeBasis basis,
            int count,
            BigDecimal amount,
            LocalDate askedOn,
            @Nullable LocalDate paidOn) {}

    /** The question of Article 35. */
    public record Reasons(LocalDate askedOn, @Nullable LocalDate givenOn) {}

    /** The reply that is under review or approved. */
    public record Reply(int event, ReplyKind kind) {}

    /** People by the level of review at which they acted, in all rounds. */
    public record Review(Set<AccountId> handling, Set<AccountId> secrecy, Set<AccountId> leadership) {}

    /**
     * How it ended.
     *
     * @param reply number of the event with the reply; 0 when it ended without one
     */
    public record Result(ReplyKind kind, LocalDate on, int reply) {}

    public Optional<Consultation> consultation(int wanted) {
        return consultations.stream().filter(each -> each.number() == wanted).findFirst();
    }

    /** The rule by which the date of receipt was found: that of the day on which the application arrived. */
    public ReceiptDate receiptRule() {
        return channel.receiptDate(Regime.on(arrivedOn));
    }

    public boolean extended() {
        return extension != null && extension.notifiedOn() != null;
    }
}
