package org.yangguang.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.site.FormLimit.Rate;
import org.yangguang.site.internal.FormKey;
import org.yangguang.site.internal.ProofOfWork;
import org.yangguang.site.internal.UsedForms;

/**
 * Protects a form that anybody may send, without third parties: the browser computes a proof of work (ALTCHA), one without scripts answers a plain question
 * and may send less often, a field that only machines fill betrays them, and each copy of a form does its work once.
 *
 * <p>A form that came back with mistakes may be sent again with the same proof; only what was done counts as done.
 */
@Component
public class FormGuard {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Rate WITH_PROOF = new Rate(30, Duration.ofHours(1));
    private static final Rate WITHOUT_PROOF = new Rate(8, Duration.ofHours(1));

    private final FormKey key;
    private final UsedForms used;
    private final FormLimit limit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FormGuard(FormKey key, UsedForms used, FormLimit limit, Clock clock) {
        this.key = key;
        this.used = used;
        this.limit = limit;
        this.clock = clock;
    }

    /** A new copy of the form called {@code form}. */
    public GuardedForm open(String form) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        String name = form + "." + clock.instant().getEpochSecond() + "."
                + HexFormat.of().formatHex(nonce);
        String token = name + "." + key.sign(name);
        return new GuardedForm(
                token, ProofOfWork.challenge(token, key.secret()), question(token, 0), question(token, 1));
    }

    /**
     * Judges what was sent. The form's own fields are named {@code guard-…}.
     *
     * @param form the name under which it was opened
     */
    public FormVerdict check(String form, HttpServletRequest sent) {
        String token = field(sent, "guard-token");
        Optional<Instant> opened = openedAt(form, token);
        if (opened.isEmpty()) {
            return new FormVerdict.Refused("site.guard.unknown");
        }
        Optional<String> outcome = used.outcome(token);
        if (outcome.isPresent()) {
            return new FormVerdict.Repeated(outcome.get());
        }
        if (opened.get().plus(GOOD_FOR).isBefore(clock.instant())) {
            return new FormVerdict.Refused("site.guard.old");
        }
        boolean proven = ProofOfWork.holds(field(sent, "guard-proof"), token, key.secret());
        if (!limit.admits(
                (proven ? "form:" : "form-without-proof:") + form,
                sent.getRemoteAddr(),
                proven ? WITH_PROOF : WITHOUT_PROOF)) {
            return new FormVerdict.Refused("site.guard.often");
        }
        if (!field(sent, "guard-website").isEmpty()) {
            return new FormVerdict.Refused("site.guard.machine");
        }
        if (proven || answered(token, field(sent, "guard-answer"))) {
            return new FormVerdict.Admitted(token);
        }
        return new FormVerdict.Refused("site.guard.question");
    }

    /**
     * Does the work of an admitted form in the running transaction, unless this copy has done it already, on whatever node.
     *
     * @param work returns what a repetition is answered with, such as the number that was given
     * @return the outcome of the work, now or then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String once(FormVerdict.Admitted form, Supplier<String> work) {
        if (!used.take(form.token())) {
            return used.outcome(form.token()).orElseThrow();
        }
        String outcome = work.get();
        used.done(form.token(), outcome);
        return outcome;
    }

    /**
     * As {@link #once} for many copies at once.
     *
     * @param offered what each copy is answered with when it has not done its work yet
     * @return the outcome of each, now or then; work is to be done for those whose outcome is the offered one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<FormVerdict.Admitted, String> onceEach(Map<FormVerdict.Admitted, String> offered) {
        Map<String, String> byToken = new LinkedHashMap<>();
        offered.forEach((form, outcome) -> byToken.put(form.token(), outcome));
        Set<String> taken = used.take(byToken);
        Map<FormVerdict.Admitted, String> outcomes = new HashMap<>();
        offered.forEach((form, outcome) -> outcomes.put(
                form,
                taken.contains(form.token())
                        ? outcome
                        : used.outcome(form.token()).orElseThrow()));
        return outcomes;
    }

    private Optional<Instant> openedAt(String form, String token) {
        int end = token.lastIndexOf('.');
        String[] parts = token.split("\\.");
        if (parts.length != 4 || !parts[0].equals(form)) {
            return Optional.empty();
        }
        boolean ours = key.signed(token.substring(0, end), parts[3]);
        return ours ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1]))) : Optional.empty();
    }

    private boolean answered(String token, String answer) {
        String digits = java.text.Normalizer.normalize(answer, java.text.Normalizer.Form.NFKC)
                .strip();
        return digits.equals(String.valueOf(question(token, 0) + question(token, 1)));
    }

    private int question(String token, int which) {
        return 2 + Math.floorMod(key.sign(which + token).hashCode(), 18);
    }

    private static String field(HttpServletRequest sent, String name) {
        return Objects.requireNonNullElse(sent.getParameter(name), "");
    }
}
