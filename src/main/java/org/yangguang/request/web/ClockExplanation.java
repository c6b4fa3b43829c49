package org.yangguang.request.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yangguang.request.Case;
import org.yangguang.request.ClockDay;
import org.yangguang.request.Reckoning;
import org.yangguang.request.ReplyPeriod;

/** Says in sentences that anybody understands how the last day for a reply comes about, each with its article. */
@Component
class ClockExplanation {

    private final CaseWords words;

    ClockExplanation(CaseWords words) {
        this.words = words;
    }

    List<String> of(Case known, Reckoning reckoning, List<ClockDay> days) {
        List<String> said = new ArrayList<>();
        LocalDate start = reckoning.start();
        if (start == null) {
            said.add(words.say(
                    "request.explain.unconfirmed",
                    words.longDate(known.arrivedOn()),
                    words.article(known.channel().receiptDate(known.regime()).article())));
            return said;
        }
        ReplyPeriod period = ReplyPeriod.under(known.regime());
        said.add(words.say(
                "request.explain.received",
                words.longDate(Objects.requireNonNull(known.receivedOn())),
                words.article(known.channel().receiptDate(known.regime()).article())));
        if (!start.equals(known.receivedOn())) {
            said.add(words.say(
                    "request.explain.corrected", words.longDate(start), words.article(ReplyPeriod.CORRECTION_ARTICLE)));
        }
        said.add(words.say("request.explain.period", period.days(), words.article(period.article())));
        if (known.extended()) {
            said.add(words.say(
                    "request.explain.extended",
                    words.longDate(Objects.requireNonNull(
                            Objects.requireNonNull(known.extension()).notifiedOn())),
                    period.extension(),
                    words.article(period.article())));
        }
        for (Reckoning.Stop stop : reckoning.stops()) {
            said.add(stop(stop));
        }
        rest(days, said);
        if (known.delayedUntil() != null) {
            said.add(words.say(
                    "request.explain.delayed",
                    words.longDate(known.delayedUntil()),
                    words.article(ReplyPeriod.EXCESSIVE_ARTICLE)));
        }
        said.add(last(known, reckoning));
        return said;
    }

    private String last(Case known, Reckoning reckoning) {
        if (known.result() != null) {
            String ended = words.longDate(known.result().on());
            return reckoning.due() == null
                    ? words.say("request.explain.endedWhileStopped", ended)
                    : words.say("request.explain.ended", words.longDate(reckoning.due()), ended);
        }
        return reckoning.due() == null
                ? words.say("request.explain.open")
                : words.say("request.explain.due", words.longDate(reckoning.due()));
    }

    private String stop(Reckoning.Stop stop) {
        String why = words.say("request.explain.why." + stop.why());
        String article = words.article(stop.why().article());
        return stop.until() == null
                ? words.say("request.explain.stopped", words.longDate(stop.from()), why, article)
                : words.say(
                        stop.assumed() ? "request.explain.stopped.assumed" : "request.explain.stopped.until",
                        words.longDate(stop.from()),
                        words.longDate(stop.until()),
                        why,
                        article);
    }

    private void rest(List<ClockDay> days, List<String> said) {
        long weekend = count(days, ClockDay.Kind.WEEKEND);
        long holiday = count(days, ClockDay.Kind.HOLIDAY);
        long makeUp = count(days, ClockDay.Kind.MAKE_UP);
        if (weekend + holiday > 0) {
            said.add(words.say("request.explain.rest", weekend, holiday));
        }
        if (makeUp > 0) {
            said.add(words.say("request.explain.makeUp", makeUp));
        }
    }

    private static long count(List<ClockDay> days, ClockDay.Kind kind) {
        return days.stream().filter(day -> day.kind() == kind).count();
    }
}
