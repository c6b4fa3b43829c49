package org.yangguang.remedy.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.remedy.RemedyAct;
import org.yangguang.remedy.RemedyOutcome.Reason;
import org.yangguang.remedy.RemedyPeriods;
import org.yangguang.remedy.RemedyState;

/** Says what concerns remedies in the language of the running request. */
@Component
public class RemedyWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource texts;
    private final Organs organs;
    private final Clock clock;

    RemedyWords(MessageSource texts, Organs organs, Clock clock) {
        this.texts = texts;
        this.organs = organs;
        this.clock = clock;
    }

    /** A reason as the page shows it. */
    public record Refusal(@Nullable String field, String text) {}

    List<Refusal> say(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Refusal(
                        reason.field(), say(reason.key(), reason.arguments().toArray())))
                .toList();
    }

    public String say(String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) {
            Object each = arguments[i];
            said[i] = each instanceof RemedyAct act
                    ? say("remedy.act." + act)
                    : each instanceof RemedyState state ? say("remedy.state." + state) : String.valueOf(each);
        }
        String text = texts.getMessage(key, said.length == 0 ? null : said, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }

    public String organ(OrganId id) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return organs.find(id)
                .map(organ -> english && organ.nameEn() != null ? organ.nameEn() : organ.name())
                .orElse(String.valueOf(id.value()));
    }

    /** How a day stands to today. */
    public String term(RemedyPeriods.Term term) {
        LocalDate done = term.done();
        if (done != null) {
            return say(term.missed(today()) ? "remedy.term.late" : "remedy.term.done", done);
        }
        return term.missed(today()) ? say("remedy.term.missed") : say("remedy.term.open");
    }

    public String at(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
