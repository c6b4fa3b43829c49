package org.yangguang.request.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.Sm3;
import org.yangguang.request.By;
import org.yangguang.request.CaseId;
import org.yangguang.request.Letter;
import org.yangguang.request.LetterKind;

/** The tables {@code request.letter} and {@code request.letter_series}. */
@Repository
public class LetterTable {

    static final String TABLE = "request.letter";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    LetterTable(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** A letter that was issued, without what it says. */
    public record Issued(
            long id,
            CaseId application,
            int event,
            LetterKind kind,
            String documentNumber,
            LocalDate issuedOn,
            String issuedBy) {}

    /** The next number of the organ in the year; who asks at the same time waits, so that there are no gaps. */
    public int next(OrganId organ, int year, LetterKind.Series series) {
        return jdbc.sql("""
                insert into request.letter_series (organ_id, year, series, last) values (?, ?, ?, 1)
                on conflict (organ_id, year, series) do update set last = request.letter_series.last + 1
                returning last""")
                .params(organ.value(), year, series.name())
                .query(Integer.class)
                .single();
    }

    public long insert(CaseId id, int event, Letter letter, By by) {
        String content = Json.write(letter);
        long number = jdbc.sql("""
                insert into request.letter (application_id, event, kind, document_number, version, issued_on, issued_by,
                                            issued_by_name, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        id.value(),
                        event,
                        letter.kind().name(),
                        letter.documentNumber(),
                        letter.version(),
                        letter.date(),
                        by.account().value(),
                        by.name(),
                        Sm3.hex(content))
                .query(Long.class)
                .single();
        jdbc.sql("update request.letter set sealed = ? where id = ?")
                .params(sealing.seal(content, place(number)), number)
                .update();
        return number;
    }

    public List<Issued> of(CaseId id) {
        return jdbc.sql("""
                select id, event, kind, document_number, issued_on, issued_by_name
                  from request.letter where application_id = ? order by id""")
                .param(id.value())
                .query((row, n) -> new Issued(
                        row.getLong("id"),
                        id,
                        row.getInt("event"),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("document_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("issued_by_name")))
                .list();
    }

    /** What an issued letter says; empty when it was erased or is of another case. */
    public Optional<Letter> letter(CaseId id, long number) {
        return jdbc.sql("select sealed from request.letter where id = ? and application_id = ? and sealed is not null")
                .params(number, id.value())
                .query((row, n) -> Json.read(sealing.open(row.getBytes("sealed"), place(number)), Letter.class))
                .optional();
    }

    private static SealedText.Place place(long id) {
        return new SealedText.Place(TABLE + ".sealed", id);
    }
}
