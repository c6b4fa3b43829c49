package org.yangguang.engagement.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.account.Role;
import org.yangguang.engagement.LetterAction;
import org.yangguang.engagement.LetterState;
import org.yangguang.engagement.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Says reasons, names and times in the language of the running request. */
@Component
public class EngagementWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource texts;
    private final Organs organs;
    private final Clock clock;

    EngagementWords(MessageSource texts, Organs organs, Clock clock) {
        this.texts = texts;
        this.organs = organs;
        this.clock = clock;
    }

    public List<Refusal> say(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Refusal(
                        reason.field(), say(reason.key(), reason.arguments().toArray())))
                .distinct()
                .toList();
    }

    public String say(String key, @Nullable Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            said[i] = argument(arguments[i]);
        }
        String text = texts.getMessage(key, said.length == 0 ? null : said, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }

    public String organ(OrganId id) {
        return organs.find(id).map(this::organ).orElse("");
    }

    public String organ(Organ organ) {
        boolean english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        return english && organ.nameEn() != null ? organ.nameEn() : organ.name();
    }

    public String at(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }

    public LocalDate day(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A number with one decimal, or a dash. */
    public String decimal(@Nullable Double number) {
        return number == null ? "—" : String.format(Locale.ROOT, "%.1f", number);
    }

    public String percent(long part, long whole) {
        return whole == 0 ? "—" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private @Nullable Object argument(@Nullable Object argument) {
        if (argument instanceof LetterAction action) {
            return say("engagement.action." + action);
        } else if (argument instanceof LetterState state) {
            return say("engagement.state." + state);
        } else if (argument instanceof Role role) {
            return say("account.role." + role);
        } else if (argument instanceof Enum<?> other) {
            return say("engagement." + other.getDeclaringClass().getSimpleName() + "." + other);
        } else if (argument instanceof Number || argument instanceof LocalDate) {
            return argument.toString();
        } else if (argument instanceof Collection<?> list) {
            return list.stream()
                    .map(each -> String.valueOf(argument(each)))
                    .sorted()
                    .collect(Collectors.joining(say("engagement.or")));
        }
        return argument;
    }
}
