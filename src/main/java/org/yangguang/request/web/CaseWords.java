package org.yangguang.request.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.Action;
import org.yangguang.request.Article;
import org.yangguang.request.By;
import org.yangguang.request.Case;
import org.yangguang.request.CaseState;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.Who;
import org.yangguang.request.internal.CitedArticles;

/** Says reasons, states, people and times of cases in the language of the running request. */
@Component
public class CaseWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter LONG_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter LONG_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final MessageSource texts;
    private final Organs organs;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseWords(MessageSource texts, Organs organs, WorkingCalendar calendar, Clock clock) {
        this.texts = texts;
        this.organs = organs;
        this.calendar = calendar;
        this.clock = clock;
    }

    public List<Refusal> say(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Refusal(
                        reason.field(), say(reason.key(), reason.arguments().toArray())))
                .toList();
    }

    /** Why files were not taken, each beside the field in which they were chosen. */
    List<Refusal> say(String field, List<org.yangguang.file.Reason> reasons) {
        return reasons.stream()
                .map(reason ->
                        new Refusal(field, say(reason.key(), reason.arguments().toArray())))
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

    public String action(Action action) {
        return say("request.action." + action);
    }

    public String state(CaseState state) {
        return say("request.state." + state);
    }

    public String kind(ReplyKind kind) {
        return say("request.kind." + kind);
    }

    /** The article alone where it is one of the Regulations now in force, which the page has named; the document with its article otherwise. */
    public String place(Article article) {
        if (article.source() != Article.Source.ORDER_711) {
            return article(article);
        }
        String number = number(article.number());
        return article.item() == 0
                ? say("request.place", number)
                : say("request.place.item", number, number(article.item()));
    }

    /** The name of the document with the article. */
    public String article(Article article) {
        String source = say("request.source." + article.source());
        if (article.number() == 0) {
            return source;
        }
        if (article.item() == 0) {
            return say("request.article", source, number(article.number()));
        }
        return say(
                article.byParagraph() ? "request.article.paragraph" : "request.article.item",
                source,
                number(article.number()),
                number(article.item()));
    }

    /** Official Chinese writes the number of an article in characters. */
    private static String number(int number) {
        return english() ? String.valueOf(number) : CitedArticles.chinese(number);
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    /** A date in a sentence. */
    public String longDate(LocalDate date) {
        return (english() ? LONG_EN : LONG_ZH).format(date);
    }

    public String organ(OrganId id) {
        return organs.find(id).map(this::organ).orElse(String.valueOf(id.value()));
    }

    public String organ(Organ organ) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return english && organ.nameEn() != null ? organ.nameEn() : organ.name();
    }

    public String by(By by) {
        return by.kind() == By.Kind.OFFICER ? by.name() + " · " + organ(by.organ()) : say("request.who." + by.kind());
    }

    /** With whom a case is now. */
    public String holder(Case known) {
        return holder(known.state(), known.handlerName(), known.unit());
    }

    public String holder(CaseState state, String handlerName, String unit) {
        String handler =
                Optional.of(handlerName).filter(name -> !name.isEmpty()).orElse(unit);
        return switch (state) {
            case AWAITING_CORRECTION, AWAITING_PAYMENT, AWAITING_CONFIRMATION -> say("request.who.APPLICANT");
            case SECRECY_REVIEW -> say("request.who.SECRECY_OFFICER");
            case LEADER_REVIEW -> say("request.who.LEADER");
            case REGISTERED -> say("request.who.DISCLOSURE_OFFICE");
            default -> handler;
        };
    }

    /** With whom a case is now, for people outside: offices, not names. */
    public String publicHolder(Case known) {
        return switch (known.state()) {
            case AWAITING_CONFIRMATION, REGISTERED -> say("request.who.DISCLOSURE_OFFICE");
            case AWAITING_CORRECTION, AWAITING_PAYMENT -> say("request.track.you");
            case CONSULTING -> say("request.track.consulted");
            default -> known.unit().isBlank() ? organ(known.organ()) : organ(known.organ()) + " · " + known.unit();
        };
    }

    public String at(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How far a due day is away, in working days. */
    public String daysLeft(LocalDate due) {
        int days = calendar.workingDaysBetween(today(), due);
        return due.isBefore(today())
                ? say("request.due.over", -days)
                : days == 0 ? say("request.due.today") : say("request.due.left", days);
    }

    private @Nullable Object argument(@Nullable Object argument) {
        if (argument instanceof Action action) {
            return action(action);
        } else if (argument instanceof CaseState state) {
            return state(state);
        } else if (argument instanceof ReplyKind kind) {
            return kind(kind);
        } else if (argument instanceof Reason.Field field) {
            return say("request.field." + field.name());
        } else if (argument instanceof By by) {
            return by(by);
        } else if (argument instanceof Who who) {
            return say("request.who." + who);
        } else if (argument instanceof Instant instant) {
            return at(instant);
        } else if (argument instanceof Number || argument instanceof LocalDate) {
            return argument.toString();
        } else if (argument instanceof Reason reason) {
            return say(reason.key(), reason.arguments().toArray());
        } else if (argument instanceof Collection<?> list) {
            return list.stream()
                    .map(each -> String.valueOf(argument(each)))
                    .sorted()
                    .collect(Collectors.joining(say("request.or")));
        }
        return argument;
    }
}
