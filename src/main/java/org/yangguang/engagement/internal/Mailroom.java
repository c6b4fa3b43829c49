package org.yangguang.engagement.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.PublicText;
import org.yangguang.organ.OrganId;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;

/**
 * Puts letters on the register. Those of the public that come at the same time are written in rounds: one transaction, one wait for the disk and one
 * connection for all that have come, so that many letters leave the machine to those who read. Nobody is answered before their letter
 * is kept.
 *
 * <p>A round that fails is written again letter by letter, so that one that cannot be kept takes no other with it.
 */
@Component
public class Mailroom {

    private static final String WRITER = "writer";
    private static final int REPETITIONS = 3;
    private static final int REPETITION_DAYS = 30;
    private static final int MOST_IN_A_ROUND = 200;
    /** How long a round waits for more when another went just before. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final LetterTable letters;
    private final FormGuard guard;
    private final LetterCodes codes;
    private final AuditTrail audit;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    /** When the last round ended; only touched by who has the turn. */
    private long lastRound = System.nanoTime() - 2 * GATHERING_NANOS;

    Mailroom(
            LetterTable letters,
            FormGuard guard,
            LetterCodes codes,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.letters = letters;
        this.guard = guard;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A letter that has come in, with everything that may be wrong with it looked at. */
    public record Arrival(NewLetter letter, OrganId organ, String code, LocalDate on, Instant at) {}

    private record Waiting(Arrival arrival, FormVerdict.Admitted form, Answer answer) {}

    /** What came of a letter; only touched by who has the turn. */
    private static final class Answer {
        private @Nullable String number;
        private @Nullable RuntimeException failure;

        boolean given() {
            return number != null || failure != null;
        }
    }

    /** Keeps a letter in the running transaction. */
    public LetterTable.Numbered keep(String actor, Arrival arrival) {
        LetterTable.Numbered as = letters.number(List.of(arrival.on())).get(0);
        write(actor, Map.of(as, arrival));
        return as;
    }

    /**
     * Keeps a letter of the public, unless this copy of the form has brought one; returns when it is kept for good.
     *
     * @return its number, now or then
     */
    public String keepOnce(NewLetter letter, OrganId organ, FormVerdict.Admitted form) {
        Waiting mine = new Waiting(
                new Arrival(letter, organ, codes.of(form.token()), LocalDate.now(clock), clock.instant()),
                form,
                new Answer());
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.answer.given()) {
                round();
            }
        } finally {
            turn.unlock();
        }
        if (mine.answer.failure != null) {
            throw mine.answer.failure;
        }
        return Objects.requireNonNull(mine.answer.number);
    }

    private void round() {
        if (System.nanoTime() - lastRound < GATHERING_NANOS) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        List<Waiting> round = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            round.add(next);
            if (round.size() == MOST_IN_A_ROUND) {
                break;
            }
        }
        try {
            writeOnce(round);
        } catch (RuntimeException together) {
            for (Waiting each : round) {
                try {
                    writeOnce(List.of(each));
                } catch (RuntimeException alone) {
                    each.answer.failure = alone;
                }
            }
        }
        lastRound = System.nanoTime();
    }

    private void writeOnce(List<Waiting> round) {
        Map<FormVerdict.Admitted, String> numbers = own.execute(status -> {
            List<LetterTable.Numbered> free = letters.number(
                    round.stream().map(each -> each.arrival().on()).toList());
            Map<FormVerdict.Admitted, String> offered = new LinkedHashMap<>();
            for (int i = 0; i < round.size(); i++) {
                offered.putIfAbsent(round.get(i).form(), free.get(i).number());
            }
            Map<FormVerdict.Admitted, String> outcomes = guard.onceEach(offered);
            Map<LetterTable.Numbered, Arrival> fresh = new LinkedHashMap<>();
            for (int i = 0; i < round.size(); i++) {
                if (free.get(i).number().equals(outcomes.get(round.get(i).form()))) {
                    fresh.put(free.get(i), round.get(i).arrival());
                }
            }
            write(WRITER, fresh);
            return outcomes;
        });
        round.forEach(each -> each.answer.number = numbers.get(each.form()));
    }

    private void write(String actor, Map<LetterTable.Numbered, Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        LocalDate first = arrivals.values().stream()
                .map(Arrival::on)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Map<String, Integer> said = new HashMap<>(letters.sameWords(
                arrivals.values().stream().map(each -> each.letter().text()).toList(),
                first.minusDays(REPETITION_DAYS)));
        List<LetterTable.Entry> entries = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        arrivals.forEach((as, arrival) -> {
            NewLetter letter = arrival.letter();
            int before = said.merge(letter.text(), 1, Integer::sum) - 1;
            boolean suspect =
                    letter.origin() == Origin.WEB && (LetterRules.advertising(letter) || before >= REPETITIONS);
            entries.add(new LetterTable.Entry(
                    as,
                    letter,
                    arrival.organ(),
                    PublicText.masked(letter.title().strip()),
                    suspect,
                    LetterCodes.hash(as.number(), arrival.code()),
                    arrival.on(),
                    arrival.at()));
            acts.add(new Act(
                    "letter.received",
                    "engagement.letter:" + as.id(),
                    null,
                    as.number() + " " + letter.kind() + " " + letter.text()));
        });
        letters.insert(entries);
        audit.recordAll(actor, acts);
    }
}
