package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.LetterStep;
import org.yangguang.engagement.PublishedLetter;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** The table {@code engagement.letter_publication}. */
@Repository
public class LetterPublications {

    private static final String PUBLISHED = """
            select letter_id, number, kind, organ_id, organ_name, title, question, answer, received_on, replied_on, published_at
              from engagement.letter_publication""";
    private static final String FILTER = "\n" + """
             where (:kind::text is null or kind = :kind) and (:organ::bigint is null or organ_id = :organ)
               and (:from::date is null or replied_on >= :from and replied_on < :to)
               and (:text = '' or strpos(lower(title || ' ' || question || ' ' || answer), :text) > 0)""";

    private final JdbcClient jdbc;
    private final Organs organs;

    LetterPublications(JdbcClient jdbc, Organs organs) {
        this.jdbc = jdbc;
        this.organs = organs;
    }

    /**
     * What is looked for.
     *
     * @param text words that stand in title, question or answer; empty for all
     * @param year year of the reply
     */
    public record Sieve(
            @Nullable LetterKind kind,
            @Nullable OrganId organ,
            @Nullable Integer year,
            String text) {

        public static final Sieve ALL = new Sieve(null, null, null, "");
    }

    public void insert(Letter letter, LetterStep.Shown shown, String by, Instant now) {
        jdbc.sql("""
                insert into engagement.letter_publication
                       (letter_id, number, kind, organ_id, organ_name, title, question, answer, received_on, replied_on,
                        published_at, published_by, kept_because)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        letter.id(),
                        letter.number(),
                        letter.kind().name(),
                        letter.organ().value(),
                        organs.find(letter.organ()).map(Organ::name).orElse(""),
                        shown.title().strip(),
                        shown.question().strip(),
                        shown.answer().strip(),
                        letter.receivedOn(),
                        Objects.requireNonNull(letter.repliedOn()),
                        Timestamp.from(now),
                        by,
                        shown.keptBecause().strip())
                .update();
    }

    public void delete(long letter) {
        jdbc.sql("delete from engagement.letter_publication where letter_id = ?")
                .param(letter)
                .update();
    }

    public Optional<PublishedLetter> find(long letter) {
        return jdbc.sql(PUBLISHED + " where letter_id = ?")
                .param(letter)
                .query(LetterPublications::published)
                .optional();
    }

    public List<PublishedLetter> some(Collection<Long> letters) {
        return jdbc.sql(PUBLISHED + " where letter_id = any (?)")
                .param(letters.toArray(Long[]::new))
                .query(LetterPublications::published)
                .list();
    }

    public Optional<PublishedLetter> byNumber(String number) {
        return jdbc.sql(PUBLISHED + " where number = ?")
                .param(number)
                .query(LetterPublications::published)
                .optional();
    }

    public long count(Sieve sieve) {
        return sifted("select count(*) from engagement.letter_publication" + FILTER, sieve)
                .query(Long.class)
                .single();
    }

    /** The latest first. */
    public List<PublishedLetter> list(Sieve sieve, int offset, int size) {
        return sifted(
                        PUBLISHED + FILTER + " order by published_at desc, letter_id desc limit :size offset :offset",
                        sieve)
                .param("size", size)
                .param("offset", offset)
                .query(LetterPublications::published)
                .list();
    }

    /** The highest id; 0 when there is none. */
    public long last() {
        return jdbc.sql("select coalesce(max(letter_id), 0) from engagement.letter_publication")
                .query(Long.class)
                .single();
    }

    /** Those after an id, in the order of ids. */
    public List<PublishedLetter> after(long letter, int most) {
        return jdbc.sql(PUBLISHED + " where letter_id > ? order by letter_id limit ?")
                .params(letter, most)
                .query(LetterPublications::published)
                .list();
    }

    /** Organs of which letters stand on the site. */
    public List<OrganId> organs() {
        return jdbc.sql("select distinct organ_id from engagement.letter_publication order by 1")
                .query((row, number) -> new OrganId(row.getLong(1)))
                .list();
    }

    private JdbcClient.StatementSpec sifted(String sql, Sieve sieve) {
        Integer year = sieve.year();
        return jdbc.sql(sql)
                .param("kind", sieve.kind() == null ? null : sieve.kind().name())
                .param("organ", sieve.organ() == null ? null : sieve.organ().value())
                .param("from", year == null ? null : LocalDate.of(year, 1, 1))
                .param("to", year == null ? null : LocalDate.of(year + 1, 1, 1))
                .param("text", sieve.text().strip().toLowerCase(Locale.ROOT));
    }

    private static PublishedLetter published(ResultSet row, int number) throws SQLException {
        return new PublishedLetter(
                row.getLong("letter_id"),
                row.getString("number"),
                LetterKind.valueOf(row.getString("kind")),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                row.getString("title"),
                row.getString("question"),
                row.getString("answer"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("replied_on", LocalDate.class),
                row.getTimestamp("published_at").toInstant());
    }
}
