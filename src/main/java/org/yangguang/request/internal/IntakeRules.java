package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Applicant;
import org.yangguang.request.Channel;
import org.yangguang.request.Intake;
import org.yangguang.request.Reason;
import org.yangguang.request.ReceiptDate;
import org.yangguang.request.Wanted;

/** What an application must have to be registered (2007 Art. 20, 2019 Art. 29). */
@Component
public class IntakeRules {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_FIELD = 300;

    private final Organs organs;
    private final Clock clock;

    IntakeRules(Organs organs, Clock clock) {
        this.organs = organs;
        this.clock = clock;
    }

    /** Every reason against it; empty when it can be registered. */
    public List<Reason> against(Intake intake) {
        List<Reason> reasons = new ArrayList<>();
        Regime regime = dates(intake, reasons);
        applicant(intake.applicant(), regime, reasons);
        wanted(intake.wanted(), reasons);
        if (organs.find(intake.organ()).filter(Organ::open).isEmpty()) {
            reasons.add(Reason.at("organ", "request.refused.organ"));
        }
        if (intake.channel() == Channel.ORAL && intake.aidedBecause().isBlank()) {
            reasons.add(Reason.at("aidedBecause", "request.refused.aided"));
        }
        if (intake.submission().isBlank()) {
            reasons.add(Reason.of("request.refused.submission"));
        }
        return reasons;
    }

    private Regime dates(Intake intake, List<Reason> reasons) {
        LocalDate today = LocalDate.now(clock);
        Regime regime = Regime.on(intake.arrivedOn());
        if (intake.arrivedOn().isAfter(today)) {
            reasons.add(Reason.at("arrivedOn", "request.refused.future", intake.arrivedOn()));
        }
        if (regime == Regime.NONE) {
            reasons.add(Reason.at("arrivedOn", "request.refused.beforeLaw", intake.arrivedOn()));
            return Regime.on(today);
        }
        ReceiptDate policy = intake.channel().receiptDate(regime);
        LocalDate confirmed = intake.confirmedOn();
        if (confirmed != null && policy.needsConfirmation()) {
            if (confirmed.isAfter(today)) {
                reasons.add(Reason.at("confirmedOn", "request.refused.future", confirmed));
            }
            if (confirmed.isBefore(intake.arrivedOn())) {
                reasons.add(Reason.at("confirmedOn", "request.refused.confirmedBeforeArrival"));
            }
        }
        return policy.on(intake.arrivedOn(), confirmed).map(Regime::on).orElse(regime);
    }

    private static void applicant(Applicant applicant, Regime regime, List<Reason> reasons) {
        if (applicant.name().isBlank()) {
            reasons.add(Reason.at("name", "request.refused.name"));
        }
        if (regime == Regime.REGULATIONS_2019 && applicant.identity().isBlank()) {
            reasons.add(Reason.at("identity", "request.refused.identity"));
        }
        if (!applicant.reachable()) {
            reasons.add(Reason.at("phone", "request.refused.contact"));
        }
        if (!applicant.email().isBlank() && !applicant.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            reasons.add(Reason.at("email", "request.refused.email"));
        }
        Reason.tooLong("name", applicant.name(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("identity", applicant.identity(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("contactPerson", applicant.contactPerson(), LONGEST_FIELD)
                .ifPresent(reasons::add);
        Reason.tooLong("phone", applicant.phone(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("email", applicant.email(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("address", applicant.address(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("postCode", applicant.postCode(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("identityType", applicant.identityType(), LONGEST_FIELD).ifPresent(reasons::add);
    }

    private static void wanted(Wanted wanted, List<Reason> reasons) {
        if (wanted.title().isBlank()) {
            reasons.add(Reason.at("title", "request.refused.title"));
        }
        Reason.tooLong("title", wanted.title(), LONGEST_TITLE).ifPresent(reasons::add);
        Reason.tooLong("description", wanted.description(), LONGEST_TEXT).ifPresent(reasons::add);
        Reason.tooLong("documentNumber", wanted.documentNumber(), LONGEST_FIELD).ifPresent(reasons::add);
        Reason.tooLong("purpose", wanted.purpose(), LONGEST_TEXT).ifPresent(reasons::add);
    }
}
