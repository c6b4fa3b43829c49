package org.yangguang.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Stage;

/** Says reasons in a language, with the states, roles and times in them. */
@Component
class Sentences {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource texts;
    private final Clock clock;

    Sentences(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String say(Reason reason, Locale language) {
        return say(reason.key(), language, reason.arguments().toArray());
    }

    String say(String key, Locale language, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = argument(arguments[i], language);
        }
        String text = texts.getMessage(key, said, key, language);
        return text == null ? key : text;
    }

    String minute(Instant at) {
        return MINUTE.format(at.atZone(clock.getZone()));
    }

    private Object argument(Object argument, Locale language) {
        if (argument instanceof EditionState state) {
            return say("disclosure.state." + state, language);
        } else if (argument instanceof Action action) {
            return say("disclosure.action." + action, language);
        } else if (argument instanceof Stage stage) {
            return say("disclosure.stage." + stage, language);
        } else if (argument instanceof Role role) {
            return say("disclosure.role." + role, language);
        } else if (argument instanceof Instant at) {
            return minute(at);
        } else if (argument instanceof List<?> list) {
            return list.stream()
                    .map(each -> String.valueOf(argument(each, language)))
                    .sorted()
                    .collect(Collectors.joining(say("disclosure.or", language)));
        }
        return String.valueOf(argument);
    }
}
