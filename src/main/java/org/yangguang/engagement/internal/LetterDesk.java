package org.yangguang.engagement.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.EngagementRules;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterClock;
import org.yangguang.engagement.LetterKind;
import org.yangguang.organ.OrganId;

/** The letters on officers' desks. */
@Repository
public class LetterDesk {

    public static final int MOST = 200;

    private static final String OPEN = "l.state in ('RECEIVED', 'IN_HAND', 'REPLY_REVIEW')";

    private final JdbcClient jdbc;
    private final LetterTable letters;
    private final LetterClock clock;
    private final EngagementRules rules;

    LetterDesk(JdbcClient jdbc, LetterTable letters, LetterClock clock, EngagementRules rules) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
        this.rules = rules;
    }

    /** Parts of the desk. */
    public enum Part {
        OPEN,
        /** Waits for somebody who takes it in hand. */
        TRIAGE,
        IN_HAND,
        REVIEW,
        OVERDUE,
        /** Three months are near or over. */
        ALARM,
        /** Answered, and its writer agreed to publication. */
        TO_PUBLISH,
        ANSWERED,
        SPAM
    }

    /** @param text number, words of the title, or name or telephone of the writer */
    public record Sieve(
            Part part, @Nullable OrganId organ, @Nullable LetterKind kind, String text) {}

    /** How many stand in each part that needs work. */
    public Map<Part, Integer> counts(Collection<OrganId> organs) {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (Part part : List.of(
                Part.OPEN,
                Part.TRIAGE,
                Part.IN_HAND,
                Part.REVIEW,
                Part.OVERDUE,
                Part.ALARM,
                Part.TO_PUBLISH,
                Part.SPAM)) {
            counts.put(
                    part,
                    asked(
                                    "select count(*) from engagement.letter l where l.organ_id = any (:organs) and "
                                            + in(part),
                                    organs)
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    /** What is due first; answered ones the latest first. */
    public List<Letter> lines(Collection<OrganId> organs, Sieve sieve) {
        boolean closed = sieve.part() == Part.ANSWERED || sieve.part() == Part.TO_PUBLISH || sieve.part() == Part.SPAM;
        String text = sieve.text().strip();
        String sql = """
                select %s from engagement.letter l
                 where l.organ_id = any (:organs) and %s
                   and (:organ::bigint is null or l.organ_id = :organ) and (:kind::text is null or l.kind = :kind)
                   and (:text = '' or l.number = :text or strpos(l.title, :text) > 0 or l.id in (
                        select letter_id from engagement.letter_writer
                         where name_index = any (:names) or phone_index = any (:phones)))
                 order by %s limit %d""".formatted(
                        LetterTable.COLUMNS,
                        in(sieve.part()),
                        closed ? "l.since desc, l.id desc" : "l.received_on + " + roughly() + ", l.id",
                        MOST);
        List<Letter> found = asked(sql, organs)
                .param("organ", sieve.organ() == null ? null : sieve.organ().value())
                .param("kind", sieve.kind() == null ? null : sieve.kind().name())
                .param("text", text)
                .param("names", letters.candidates("name", text))
                .param("phones", letters.candidates("phone", text))
                .query(LetterTable::letter)
                .list();
        return closed
                ? found
                : found.stream()
                        .sorted(Comparator.comparing((Letter letter) -> clock.due(letter.kind(), letter.receivedOn())
                                        .date())
                                .thenComparing(Letter::id))
                        .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Collection<OrganId> organs) {
        return jdbc.sql(sql)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("alarm", clock.alarmingUpTo())
                .params(Stream.of(LetterKind.values()).collect(Collectors.toMap(Enum::name, clock::overdueUpTo)));
    }

    private static String in(Part part) {
        return switch (part) {
            case OPEN -> OPEN;
            case TRIAGE -> "l.state = 'RECEIVED'";
            case IN_HAND -> "l.state = 'IN_HAND'";
            case REVIEW -> "l.state = 'REPLY_REVIEW'";
            case OVERDUE ->
                OPEN + " and l.received_on <= case l.kind"
                        + Stream.of(LetterKind.values())
                                .map(kind -> " when '" + kind + "' then :" + kind + "::date")
                                .collect(Collectors.joining())
                        + " end";
            case ALARM -> OPEN + " and l.received_on <= :alarm::date";
            case TO_PUBLISH -> "l.state = 'ANSWERED' and l.may_publish";
            case ANSWERED -> "l.state in ('ANSWERED', 'PUBLISHED', 'MERGED')";
            case SPAM -> "l.state = 'SPAM'";
        };
    }

    /** Working days as calendar days, near enough to find those that are due first. */
    private String roughly() {
        return "case l.kind"
                + Stream.of(LetterKind.values())
                        .map(kind -> " when '" + kind + "' then " + rules.replyDays(kind) * 7 / 5)
                        .collect(Collectors.joining())
                + " end";
    }
}
