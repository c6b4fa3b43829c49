package org.yangguang.request;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.platform.SealedText;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;

/**
 * Takes applications from the public form. One copy of the form is one application, however often it is sent: whoever sends it again, because a click was doubled or
 * the answer got lost, gets the same answer with the same query code for as long as the form is remembered.
 */
@Service
public class PublicDesk {

    private static final String CODE = "request.query-code";

    private final Requests requests;
    private final FormGuard guard;
    private final SealedText sealing;

    PublicDesk(Requests requests, FormGuard guard, SealedText sealing) {
        this.requests = requests;
        this.guard = guard;
        this.sealing = sealing;
    }

    /**
     * Registers the application; a refusal is recorded and leaves the form as it was, to be corrected and sent again.
     *
     * @param found what the form itself found wrong
     */
    @Transactional
    public Receipt apply(FormVerdict.Admitted form, Intake intake, Texts beside, List<Reason> found) {
        List<Reason> reasons = new ArrayList<>(found);
        reasons.addAll(requests.against(intake));
        if (!reasons.isEmpty()) {
            return requests.refuseFromPublic(intake, reasons);
        }
        return again(guard.once(form, () -> outcome(requests.receiveFromPublic(intake, beside))))
                .orElseThrow();
    }

    /** The answer that was given when this copy of the form was first sent; empty when the application is gone. */
    public Optional<Receipt.Received> again(String outcome) {
        String[] parts = outcome.split("\\|", 2);
        CaseId id = new CaseId(Long.parseLong(parts[0]));
        return requests.find(id)
                .map(known -> new Receipt.Received(
                        id,
                        known.number(),
                        sealing.open(Base64.getDecoder().decode(parts[1]), place(id)),
                        known.state(),
                        known.version()));
    }

    /** Whether what is sent now is what was registered then: who goes back and writes something else has sent nothing new. */
    public boolean same(Receipt.Received then, Intake now) {
        boolean organ = requests.history(then.id()).stream()
                .anyMatch(event -> event.step() instanceof Step.Receive step
                        && step.organ().equals(now.organ()));
        return organ
                && requests.wanted(then.id()).filter(now.wanted()::equals).isPresent()
                && requests.applicant(then.id()).filter(now.applicant()::equals).isPresent();
    }

    private String outcome(Receipt receipt) {
        if (receipt instanceof Receipt.Received received) {
            byte[] code = sealing.seal(received.queryCode(), place(received.id()));
            return received.id().value() + "|" + Base64.getEncoder().encodeToString(code);
        }
        throw new IllegalStateException("an application that nothing spoke against was not registered");
    }

    private static SealedText.Place place(CaseId id) {
        return new SealedText.Place(CODE, id.value());
    }
}
