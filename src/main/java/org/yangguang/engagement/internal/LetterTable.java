package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.LetterState;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Writer;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.SealedText;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code engagement.letter} and {@code engagement.letter_writer}. */
@Repository("engagementLetterTable")
public class LetterTable {

    static final String WRITER = "engagement.letter_writer";
    static final String COLUMNS = """
            l.id, l.number, l.kind, l.origin, l.organ_id, l.state, l.version, l.title, l.page, l.may_publish, l.suspect,
            l.received_on, l.received_at, l.since, l.merged_into, l.replied_on, l.worked_days""";
    private static final String LETTER = "select " + COLUMNS + " from engagement.letter l";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final SealedText sealing;
    private final BlindIndex index;

    LetterTable(JdbcClient jdbc, JdbcOperations batch, SealedText sealing, BlindIndex index) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.sealing = sealing;
        this.index = index;
    }

    /** What its writer said, word for word. */
    public record Words(String title, String text) {}

    private record Rest(String email, String address) {}

    /** What a letter is known by: inside, and outside. */
    public record Numbered(long id, String number) {}

    /**
     * What is kept of a letter that came in.
     *
     * @param title with personal data masked
     * @param codeHash of the query code
     */
    record Entry(
            Numbered as,
            NewLetter letter,
            OrganId organ,
            String title,
            boolean suspect,
            String codeHash,
            LocalDate on,
            Instant at) {}

    /** The ids and numbers of the next letters, which were received on these days. */
    List<Numbered> number(List<LocalDate> days) {
        return jdbc.sql("""
                select nextval(pg_get_serial_sequence('engagement.letter', 'id')) as id, nextval('engagement.letter_serial') as serial
                  from generate_series(1, ?)""")
                .param(days.size())
                .query((row, line) -> new Numbered(
                        row.getLong("id"),
                        String.format(Locale.ROOT, "%d-%06d", days.get(line).getYear(), row.getLong("serial"))))
                .list();
    }

    void insert(List<Entry> entries) {
        batch.batchUpdate(
                """
                insert into engagement.letter
                       (id, number, kind, origin, organ_id, state, version, title, page, may_publish, suspect, received_on,
                        received_at, code_hash, since)
                overriding system value
                values (?, ?, ?, ?, ?, 'RECEIVED', 1, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.as().id(),
                            entry.as().number(),
                            Objects.requireNonNull(entry.letter().kind()).name(),
                            entry.letter().origin().name(),
                            entry.organ().value(),
                            entry.title(),
                            entry.letter().page(),
                            entry.letter().mayPublish(),
                            entry.suspect(),
                            entry.on(),
                            Timestamp.from(entry.at()),
                            entry.codeHash(),
                            Timestamp.from(entry.at())
                        })
                        .toList());
        batch.batchUpdate("""
                insert into engagement.letter_writer
                       (letter_id, title, words, words_index, name, name_index, phone, phone_index, rest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries.stream().map(this::sealed).toList());
    }

    private @Nullable Object[] sealed(Entry entry) {
        long id = entry.as().id();
        NewLetter letter = entry.letter();
        Writer writer = letter.writer();
        return new @Nullable Object[] {
            id,
            sealed(id, "title", letter.title()),
            sealed(id, "words", letter.text()),
            index.of(letter.text(), WRITER + ".words"),
            sealed(id, "name", writer.name()),
            indexed("name", writer.name()),
            sealed(id, "phone", writer.phone()),
            indexed("phone", writer.phone()),
            sealed(id, "rest", JSON.writeValueAsString(new Rest(writer.email(), writer.address())))
        };
    }

    /** How many letters since a day say exactly the same as each of these texts; ten where there are more. */
    Map<String, Integer> sameWords(Collection<String> texts, LocalDate since) {
        List<String> of = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (String text : Set.copyOf(texts)) {
            for (byte[] hash : candidates("words", text)) {
                of.add(text);
                hashes.add(hash);
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select asked.place, count(*) as known
                  from unnest(?::int[], ?::bytea[]) asked (place, hash)
                  cross join lateral (
                    select 1 from engagement.letter_writer w join engagement.letter l on l.id = w.letter_id
                     where w.words_index = asked.hash and l.received_on >= ? limit 10) same
                 group by asked.place""")
                .params(
                        IntStream.range(0, of.size()).boxed().toArray(Integer[]::new),
                        hashes.toArray(byte[][]::new),
                        since)
                .query(row -> {
                    counts.merge(of.get(row.getInt("place")), row.getInt("known"), Integer::sum);
                });
        return counts;
    }

    public Optional<Letter> find(long id) {
        return jdbc.sql(LETTER + " where l.id = ?")
                .param(id)
                .query(LetterTable::letter)
                .optional();
    }

    public Optional<Letter> byNumber(String number) {
        return jdbc.sql(LETTER + " where l.number = ?")
                .param(number)
                .query(LetterTable::letter)
                .optional();
    }

    public Optional<Letter> byCode(String number, String codeHash) {
        return jdbc.sql(LETTER + " where l.number = ? and l.code_hash = ?")
                .params(number, codeHash)
                .query(LetterTable::letter)
                .optional();
    }

    /** Locks the letter until the transaction ends. */
    public Optional<Letter> lock(long id) {
        return jdbc.sql(LETTER + " where l.id = ? for update")
                .param(id)
                .query(LetterTable::letter)
                .optional();
    }

    /** Letters that are answered with this one. */
    public List<Letter> mergedInto(long id) {
        return jdbc.sql(LETTER + " where l.merged_into = ? order by l.id limit 1000 for update")
                .param(id)
                .query(LetterTable::letter)
                .list();
    }

    public void move(long id, LetterState to, OrganId organ, @Nullable Long mergedInto, Instant now) {
        jdbc.sql("""
                update engagement.letter
                   set state = ?, organ_id = ?, merged_into = ?, version = version + 1, since = ? where id = ?""")
                .params(to.name(), organ.value(), mergedInto, Timestamp.from(now), id)
                .update();
    }

    public void replied(long id, @Nullable LocalDate on, @Nullable Integer workedDays) {
        jdbc.sql("update engagement.letter set replied_on = ?, worked_days = ? where id = ?")
                .params(on, workedDays, id)
                .update();
    }

    public Optional<Words> words(long id) {
        return jdbc.sql("select title, words from engagement.letter_writer where letter_id = ? and words is not null")
                .param(id)
                .query((row, number) ->
                        new Words(opened(id, "title", row.getBytes(1)), opened(id, "words", row.getBytes(2))))
                .optional();
    }

    /** Empty when the writer was erased. */
    public Optional<Writer> writer(long id) {
        return jdbc.sql("""
                select name, phone, rest from engagement.letter_writer where letter_id = ? and name is not null""")
                .param(id)
                .query((row, number) -> {
                    Rest rest = JSON.readValue(opened(id, "rest", row.getBytes("rest")), Rest.class);
                    return new Writer(
                            opened(id, "name", row.getBytes("name")),
                            opened(id, "phone", row.getBytes("phone")),
                            rest.email(),
                            rest.address());
                })
                .optional();
    }

    /** Other letters of the same telephone, or with the same words, the newest first. */
    public List<Letter> akin(long id, int most) {
        return jdbc.sql("""
                select %s from engagement.letter l join engagement.letter_writer w on w.letter_id = l.id
                  join engagement.letter_writer this on this.letter_id = ?
                 where l.id <> this.letter_id
                   and (w.words_index = this.words_index or w.phone_index = this.phone_index)
                 order by l.id desc limit ?""".formatted(COLUMNS))
                .params(id, most)
                .query(LetterTable::letter)
                .list();
    }

    byte[][] candidates(String column, String text) {
        return index.candidates(text, WRITER + "." + column).toArray(byte[][]::new);
    }

    private byte[] sealed(long id, String column, String text) {
        return sealing.seal(text, new SealedText.Place(WRITER + "." + column, id));
    }

    private byte @Nullable [] indexed(String column, String text) {
        return text.isBlank() ? null : index.of(text, WRITER + "." + column);
    }

    private String opened(long id, String column, byte[] sealed) {
        return sealing.open(sealed, new SealedText.Place(WRITER + "." + column, id));
    }

    static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getString("number"),
                LetterKind.valueOf(row.getString("kind")),
                Origin.valueOf(row.getString("origin")),
                new OrganId(row.getLong("organ_id")),
                LetterState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("title"),
                row.getString("page"),
                row.getBoolean("may_publish"),
                row.getBoolean("suspect"),
                row.getObject("received_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("since").toInstant(),
                row.getObject("merged_into", Long.class),
                row.getObject("replied_on", LocalDate.class),
                row.getObject("worked_days", Integer.class));
    }
}
