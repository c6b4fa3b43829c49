package org.yangguang.disclosure.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Stage;

/** Says reasons, states, people and times in the language of the running request. */
@Component
public class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final MessageSource texts;
    private final Clock clock;

    Words(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public List<Said> say(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Said(
                        reason.field(), say(reason.key(), reason.arguments().toArray())))
                .toList();
    }

    public List<Said> say(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? say(refused.reasons()) : List.of();
    }

    public String say(String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            said[i] = argument(arguments[i]);
        }
        String text = texts.getMessage(key, said.length == 0 ? null : said, key, locale());
        return text == null ? key : text;
    }

    public String action(Action action) {
        return say("disclosure.action." + action);
    }

    public String state(EditionState state) {
        return say("disclosure.state." + state);
    }

    public String stage(Stage stage) {
        return say("disclosure.stage." + stage);
    }

    /** Who took a step; the program itself has no name of its own. */
    public String actor(String name) {
        return name.isEmpty() ? say("disclosure.program") : name;
    }

    /** 2016-02-18 10:19. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(zone()));
    }

    /** As a date-time field of a form wants it. */
    public String field(@Nullable Instant instant) {
        return instant == null ? "" : FIELD.format(instant.atZone(zone()));
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    /** The time of the running request. */
    public String now() {
        return at(clock.instant());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How far a due day is away: today, 3 working days left, 5 working days over. */
    public String daysLeft(int days) {
        return days < 0
                ? say("disclosure.due.over", -days)
                : days == 0 ? say("disclosure.due.today") : say("disclosure.due.left", days);
    }

    private Object argument(Object argument) {
        if (argument instanceof Action action) {
            return action(action);
        } else if (argument instanceof EditionState state) {
            return state(state);
        } else if (argument instanceof Stage stage) {
            return stage(stage);
        } else if (argument instanceof Role role) {
            return say("disclosure.role." + role);
        } else if (argument instanceof Instant instant) {
            return at(instant);
        } else if (argument instanceof Number number) {
            return number.toString();
        } else if (argument instanceof List<?> list) {
            return list.stream()
                    .map(each -> String.valueOf(argument(each)))
                    .sorted()
                    .collect(Collectors.joining(say("disclosure.or")));
        }
        return argument;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
