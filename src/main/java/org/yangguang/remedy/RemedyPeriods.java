package org.yangguang.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Regime;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.Article;
import org.yangguang.request.ReplyKind;

/**
 * Days that hold for remedies. Periods in days and months are calendar ones; the day on which they begin is not counted.
 *
 * <p>Reconsideration: 60 days to file (行政复议法 Art. 20), 60 days to decide and 30 more (Art. 62), the organ answers within ten days (Art. 48; working
 * days since the revision of 2023, Art. 88). Litigation: six months directly (行政诉讼法 Art. 46), 15 days after a reconsideration
 * (Art. 45), the organ answers within 15 days (Art. 67).
 */
@Component
public class RemedyPeriods {

    private static final int TO_RECONSIDERATION = 60;
    private static final int TO_DECIDE = 60;
    private static final int LONGER = 30;
    private static final int ANSWER_RECONSIDERATION = 10;
    private static final int ANSWER_COURT = 15;
    private static final int AFTER_RECONSIDERATION = 15;
    private static final int MONTHS_TO_COURT = 6;
    private static final Set<Integer> REFUSALS = Set.of(14, 15, 16);

    private final WorkingCalendar calendar;
    private final RemedyRules rules;

    public RemedyPeriods(WorkingCalendar calendar, RemedyRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    /** What must be done by a day. */
    public enum What {
        /** The organ answers the authority. */
        ANSWER,
        /** The authority decides. */
        DECIDE,
        /** The applicant can go to court after a reconsideration. */
        SUE_AFTER
    }

    /**
     * @param done when it was done; null while it is not
     * @param law key of the text that names the article
     */
    public record Term(What what, LocalDate due, @Nullable LocalDate done, String law) {

        public boolean open(LocalDate today) {
            return done == null && !due.isBefore(today);
        }

        public boolean missed(LocalDate today) {
            return done == null ? due.isBefore(today) : done.isAfter(due);
        }
    }

    /** Days that hold for a remedy as it stands. */
    public List<Term> of(Remedy remedy) {
        List<Term> terms = new ArrayList<>();
        LocalDate copy = remedy.copyOn();
        if (copy != null && remedy.kind() == RemedyKind.RECONSIDERATION) {
            terms.add(new Term(What.ANSWER, answerReconsideration(copy), remedy.answeredOn(), "remedy.law.XF48"));
        } else if (copy != null && remedy.kind() == RemedyKind.LITIGATION) {
            terms.add(new Term(What.ANSWER, days(copy, ANSWER_COURT), remedy.answeredOn(), "remedy.law.SS67"));
        }
        LocalDate admitted = remedy.admittedOn();
        if (admitted != null && remedy.kind() == RemedyKind.RECONSIDERATION) {
            int days = TO_DECIDE + (remedy.extended() ? LONGER : 0);
            terms.add(new Term(What.DECIDE, days(admitted, days), remedy.decidedOn(), "remedy.law.XF62"));
        } else if (admitted != null && remedy.kind() == RemedyKind.COMPLAINT && rules.complaintDays() > 0) {
            terms.add(new Term(
                    What.DECIDE, days(admitted, rules.complaintDays()), remedy.decidedOn(), "remedy.law.configured"));
        }
        LocalDate decided = remedy.decidedOn();
        if (decided != null && remedy.kind() == RemedyKind.RECONSIDERATION) {
            terms.add(new Term(What.SUE_AFTER, days(decided, AFTER_RECONSIDERATION), null, "remedy.law.SS45"));
        }
        return terms;
    }

    /** The last day to apply for reconsideration of a reply that was served on {@code served}. */
    public LocalDate reconsiderationUntil(LocalDate served) {
        return days(served, TO_RECONSIDERATION);
    }

    /** The last day to sue directly over a reply that was served on {@code served}. */
    public LocalDate suitUntil(LocalDate served) {
        return working(served.plusMonths(MONTHS_TO_COURT));
    }

    /** The last day to sue after a reconsideration whose decision came on {@code decided}. */
    public LocalDate suitAfterUntil(LocalDate decided) {
        return days(decided, AFTER_RECONSIDERATION);
    }

    /**
     * Whether a reply of this kind must go to reconsideration before a court: refusals under Articles 14 to 16 of the 2019 Regulations, served on or after
     * 1 January 2024 (行政复议法 Art. 23; 法释〔2025〕8号 Art. 1).
     */
    public boolean reconsiderationFirst(ReplyKind kind, LocalDate served) {
        boolean refusal = kind.article(Regime.REGULATIONS_2019)
                        .filter(article ->
                                article.source() == Article.Source.ORDER_711 && REFUSALS.contains(article.number()))
                        .isPresent()
                || rules.partlyGrantedFirst() && kind == ReplyKind.GRANTED_IN_PART;
        return refusal && !served.isBefore(rules.reconsiderationFirst());
    }

    private LocalDate answerReconsideration(LocalDate copy) {
        return copy.isBefore(rules.reconsiderationFirst())
                ? days(copy, ANSWER_RECONSIDERATION)
                : calendar.deadline(copy, ANSWER_RECONSIDERATION).date();
    }

    private LocalDate days(LocalDate from, int days) {
        return working(from.plusDays(days));
    }

    private LocalDate working(LocalDate day) {
        LocalDate moved = day;
        while (rules.moveFromDayOff() && calendar.covers(moved) && !calendar.workingDay(moved)) {
            moved = moved.plusDays(1);
        }
        return moved;
    }
}
