package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yangguang.account.AccountId;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.calendar.internal.Arrangement;
import org.yangguang.organ.OrganId;
import org.yangguang.request.internal.Fold;

/** However the steps of a case follow each other, its clock is what somebody finds who counts the days with a finger on the calendar. */
class ClockWalkTests {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(arrangement());
    private static final AccountId HANDLER = new AccountId(7);
    private static final By OFFICER = new By(By.Kind.OFFICER, HANDLER, "甲", new OrganId(1));

    @Property(tries = 3_000)
    void theClockIsWhatACountDayByDayGives(@ForAll long seed, @ForAll @IntRange(max = 3_800) int day) {
        for (RequestRules rules :
                List.of(RequestRules.USUAL, rules(true, RequestRules.Straddling.BY_REPLY, false, false))) {
            List<CaseEvent> events = walk(new Random(seed), FIRST.plusDays(day), rules);
            for (int known = 1; known <= events.size(); known++) {
                List<CaseEvent> history = events.subList(0, known);
                Case folded = Fold.of(new CaseId(1), "", history, rules);
                RequestClock clock = new RequestClock(CALENDAR, rules);
                assertThat(clock.reckon(folded).due())
                        .as(() -> history.toString())
                        .isEqualTo(new Finger(folded.regime(), rules).due(history));
                explained(clock, folded, history);
            }
        }
    }

    @Property(tries = 500)
    void noWalkGivesTwoResultsOrACaseThatIsNeitherOpenNorClosed(
            @ForAll long seed, @ForAll @IntRange(max = 3_800) int day) {
        List<CaseEvent> events = walk(new Random(seed), FIRST.plusDays(day), RequestRules.USUAL);
        Case folded = Fold.of(new CaseId(1), "", events, RequestRules.USUAL);
        long endings = events.stream()
                .map(event -> event.step().action())
                .filter(action -> action == Action.SERVE || action == Action.ABANDON || action == Action.WITHDRAW)
                .count();

        assertThat(endings).isEqualTo(folded.result() == null ? 0 : 1);
        assertThat(folded.state() == CaseState.CLOSED).isEqualTo(folded.result() != null);
        assertThat(folded.version()).isEqualTo(events.size());
    }

    /** The explanation shows every day once, in order, and counts as many as the period has. */
    private static void explained(RequestClock clock, Case known, List<CaseEvent> history) {
        LocalDate today = history.get(history.size() - 1).on();
        Reckoning reckoning = clock.reckon(known);
        List<ClockDay> days = clock.explain(known, today);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).date()).isEqualTo(days.get(i - 1).date().plusDays(1));
        }
        if (reckoning.due() != null && known.delayedUntil() == null) {
            assertThat(days.stream().filter(day -> day.kind().counted())).hasSize(reckoning.period());
            assertThat(days.get(days.size() - 1).date()).isEqualTo(reckoning.due());
        }
    }

    private static RequestRules rules(
            boolean countReceiptDay, RequestRules.Straddling straddling, boolean restarts, boolean feeStops) {
        RequestRules usual = RequestRules.USUAL;
        return new RequestRules(
                countReceiptDay,
                straddling,
                restarts,
                feeStops,
                usual.paymentDays(),
                usual.feesFrom(),
                usual.longestWait(),
                usual.retention(),
                usual.backdatingDays());
    }

    /** Allowed steps, one after the other, each some days after the last. */
    private static List<CaseEvent> walk(Random random, LocalDate from, RequestRules rules) {
        List<CaseEvent> events = new ArrayList<>();
        Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
        LocalDate day = from;
        events.add(event(1, day, new Step.Receive(channel, day, null, new OrganId(1))));
        for (int i = 0; i < 25; i++) {
            Case known = Fold.of(new CaseId(1), "", events, rules);
            day = day.plusDays(random.nextInt(4) == 0 ? random.nextInt(25) : random.nextInt(4));
            Step step = step(random, known, day);
            if (step != null
                    && Transitions.of(known.state(), step.action(), Fold.when(step, known))
                            .isPresent()
                    && sensible(step, known)) {
                events.add(event(events.size() + 1, day, step));
            }
        }
        return events;
    }

    private static CaseEvent event(int number, LocalDate day, Step step) {
        return new CaseEvent(number, day, Instant.EPOCH, OFFICER, step);
    }

    private static Step step(Random random, Case known, LocalDate day) {
        List<Case.Consultation> open =
                known.consultations().stream().filter(Case.Consultation::open).toList();
        int asked = open.isEmpty() ? 0 : open.get(random.nextInt(open.size())).number();
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Step.Confirm();
            case 2, 3, 4 -> new Step.Assign("科", HANDLER, "甲");
            case 5 -> new Step.Transfer(new OrganId(2));
            case 6 -> new Step.AskCorrection(day.plusDays(10));
            case 7 -> new Step.Correct();
            case 8, 9 -> new Step.Consult(ConsultationKind.values()[random.nextInt(2)]);
            case 10 -> asked == 0 ? null : new Step.RecordDelivery(asked, day);
            case 11, 12 -> asked == 0 ? null : new Step.RecordOpinion(asked, Opinion.CONSENT);
            case 13 -> asked == 0 ? null : new Step.RecordSilence(asked);
            case 14 -> new Step.ProposeExtension();
            case 15 -> new Step.ApproveExtension();
            case 16 -> new Step.NotifyExtension(ServiceMethod.POST);
            case 17 -> new Step.AskFee(FeeBasis.BY_PAGE, 31, BigDecimal.TEN);
            case 18 -> new Step.RecordPayment();
            case 19 -> random.nextBoolean() ? new Step.AskReasons() : new Step.RecordReasons();
            case 20 -> new Step.NotifyDelay(day.plusDays(1 + random.nextInt(60)));
            case 21 -> new Step.SubmitReply(ReplyKind.GRANTED_IN_FULL, "", 0);
            case 22 ->
                random.nextBoolean()
                        ? new Step.RecallReply()
                        : random.nextBoolean() ? new Step.Note() : new Step.AskAssistance(day.plusDays(3));
            default ->
                switch (known.state()) {
                    case SECRECY_REVIEW -> new Step.ClearReply();
                    case LEADER_REVIEW -> new Step.ApproveReply();
                    case APPROVED -> new Step.Serve(ServiceMethod.POST);
                    case AWAITING_CORRECTION -> new Step.Abandon(ReplyKind.NOT_CORRECTED);
                    default -> random.nextInt(6) == 0 ? new Step.Withdraw() : null;
                };
        };
    }

    /** What the rules of the steps ask beyond the table, as far as the clock hangs on it. */
    private static boolean sensible(Step step, Case known) {
        Case.Extension extension = known.extension();
        return switch (step.action()) {
            case ASK_CORRECTION -> known.correction() == null;
            case PROPOSE_EXTENSION -> extension == null;
            case APPROVE_EXTENSION -> extension != null && !extension.approved();
            case NOTIFY_EXTENSION -> extension != null && extension.approved() && !known.extended();
            case ASK_FEE -> known.fee() == null;
            case ASK_REASONS -> known.reasons() == null;
            case RECORD_REASONS -> known.reasons() != null;
            case NOTIFY_DELAY -> known.reasons() != null && known.delayedUntil() == null;
            default -> true;
        };
    }

    /** Counts the days one by one from the events alone. */
    private record Finger(org.yangguang.calendar.Regime regime, RequestRules rules) {

        private static final LocalDate NEVER = LocalDate.of(2099, 12, 31);

        /** Days after {@code from} up to and including {@code to} are not counted. */
        private record Gap(LocalDate from, LocalDate to) {}

        LocalDate due(List<CaseEvent> events) {
            LocalDate start = receipt(events);
            if (start == null) {
                return null;
            }
            boolean new2019 = regime == org.yangguang.calendar.Regime.REGULATIONS_2019;
            int period = new2019 ? 20 : 15;
            LocalDate later = null;
            List<Gap> gaps = new ArrayList<>();
            for (CaseEvent event : events) {
                if (event.step() instanceof Step.NotifyExtension) {
                    period += new2019 ? 20 : 15;
                } else if (event.step() instanceof Step.NotifyDelay delay) {
                    later = delay.until();
                } else if (event.step() instanceof Step.AskCorrection) {
                    LocalDate corrected = first(events, Step.Correct.class);
                    if (corrected != null && (new2019 || rules.correctionRestarts())) {
                        start = corrected;
                    } else {
                        gaps.add(new Gap(event.on(), corrected == null ? NEVER : corrected));
                    }
                } else if (event.step() instanceof Step.AskFee && new2019 && rules.feeStops()) {
                    LocalDate paid = first(events, Step.RecordPayment.class);
                    gaps.add(new Gap(event.on(), paid == null ? NEVER : paid));
                }
            }
            gaps.addAll(consultations(events, new2019));
            LocalDate day = start;
            int counted = rules.countReceiptDay() && works(day) ? 1 : 0;
            while (counted < period) {
                day = day.plusDays(1);
                LocalDate now = day;
                if (gaps.stream().anyMatch(gap -> gap.to().equals(NEVER) && now.isAfter(gap.from()))) {
                    return null;
                }
                if (gaps.stream().noneMatch(gap -> now.isAfter(gap.from()) && !now.isAfter(gap.to())) && works(day)) {
                    counted++;
                }
            }
            return later != null && later.isAfter(day) ? later : day;
        }

        private List<Gap> consultations(List<CaseEvent> events, boolean new2019) {
            List<Gap> gaps = new ArrayList<>();
            int number = 0;
            for (CaseEvent event : events) {
                if (event.step() instanceof Step.Consult consult) {
                    number++;
                    if (!new2019 && consult.kind() == ConsultationKind.JOINT_ORGAN) {
                        continue;
                    }
                    LocalDate arrived = event.on();
                    LocalDate answered = NEVER;
                    for (CaseEvent other : events) {
                        if (other.step() instanceof Step.RecordDelivery step && step.consultation() == number) {
                            arrived = step.deliveredOn();
                        } else if (other.step() instanceof Step.RecordOpinion step && step.consultation() == number) {
                            answered = other.on();
                        } else if (other.step() instanceof Step.RecordSilence step && step.consultation() == number) {
                            answered = other.on();
                        }
                    }
                    LocalDate latest = arrived;
                    for (int i = 0; new2019 && i < 15; i++) {
                        do {
                            latest = latest.plusDays(1);
                        } while (!works(latest));
                    }
                    gaps.add(new Gap(event.on(), new2019 && latest.isBefore(answered) ? latest : answered));
                }
            }
            return gaps;
        }

        private static LocalDate receipt(List<CaseEvent> events) {
            Step.Receive receive = (Step.Receive) events.get(0).step();
            boolean old = receive.arrivedOn().isBefore(LocalDate.of(2019, 5, 15));
            boolean confirmed =
                    switch (receive.channel()) {
                        case COUNTER, ORAL, REGISTERED_LETTER -> false;
                        case EMAIL -> !old;
                        case PLAIN_LETTER, FAX, ONLINE -> true;
                    };
            return confirmed ? first(events, Step.Confirm.class) : receive.arrivedOn();
        }

        private static LocalDate first(List<CaseEvent> events, Class<? extends Step> step) {
            return events.stream()
                    .filter(event -> step.isInstance(event.step()))
                    .map(CaseEvent::on)
                    .findFirst()
                    .orElse(null);
        }

        private static boolean works(LocalDate day) {
            Deadline.Why why = CALENDAR.why(day);
            return why == Deadline.Why.WORKING_DAY || why == Deadline.Why.MAKE_UP_DAY;
        }
    }

    private static Arrangement arrangement() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("/calendar/holidays-cn.csv")),
                StandardCharsets.UTF_8)) {
            return Arrangement.read("holidays", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
