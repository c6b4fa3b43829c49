package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.platform.SealedText;
import org.yangguang.request.CaseId;

/** The tables {@code request.rating}, {@code request.taken} and {@code request.opinion_code}: what people outside did by their codes. */
@Repository
public class ApplicantSide {

    static final String RATING = "request.rating";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    ApplicantSide(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** @param stars 1 to 5 */
    public record Rating(int stars, String words, Instant at) {}

    /** @param what {@code letter}, or the hash of a file */
    public record Taken(String what, Instant firstAt, int times) {}

    /** False when it was rated before. */
    public boolean rate(CaseId id, int stars, String words, Instant now) {
        return jdbc.sql("insert into request.rating values (?, ?, ?, ?) on conflict do nothing")
                        .params(id.value(), stars, sealed(id, words), Timestamp.from(now))
                        .update()
                == 1;
    }

    public Optional<Rating> rating(CaseId id) {
        return jdbc.sql("select stars, words, rated_at from request.rating where application_id = ?")
                .param(id.value())
                .query((row, n) -> new Rating(
                        row.getInt("stars"),
                        opened(id, row.getBytes("words")),
                        row.getTimestamp("rated_at").toInstant()))
                .optional();
    }

    /** Whether it was the first time. */
    public boolean taken(CaseId id, String what, Instant now) {
        return jdbc.sql("""
                insert into request.taken values (?, ?, ?, 1)
                on conflict (application_id, what) do update set times = request.taken.times + 1
                returning times""")
                        .params(id.value(), what, Timestamp.from(now))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    public List<Taken> taken(CaseId id) {
        return jdbc.sql("select what, first_at, times from request.taken where application_id = ? order by first_at")
                .param(id.value())
                .query((row, n) -> new Taken(
                        row.getString("what"), row.getTimestamp("first_at").toInstant(), row.getInt("times")))
                .list();
    }

    /** Makes {@code hash} the one good code of the consultation. */
    public void opinionCode(CaseId id, int consultation, String hash, Instant now) {
        jdbc.sql("""
                insert into request.opinion_code values (?, ?, ?, ?)
                on conflict (application_id, consultation) do update
                   set code_hash = excluded.code_hash, issued_at = excluded.issued_at""")
                .params(id.value(), consultation, hash, Timestamp.from(now))
                .update();
    }

    /** A consultation and the case that it belongs to. */
    public record Asked(CaseId id, int consultation) {}

    public Optional<Asked> byOpinionCode(String number, String hash) {
        return jdbc.sql("""
                select o.application_id, o.consultation
                  from request.opinion_code o join request.application a on a.id = o.application_id
                 where a.number = ? and o.code_hash = ?""")
                .params(number, hash)
                .query((row, n) -> new Asked(new CaseId(row.getLong(1)), row.getInt(2)))
                .optional();
    }

    private byte @Nullable [] sealed(CaseId id, String words) {
        return words.isBlank() ? null : sealing.seal(words, place(id));
    }

    private String opened(CaseId id, byte @Nullable [] sealed) {
        return sealed == null ? "" : sealing.open(sealed, place(id));
    }

    private static SealedText.Place place(CaseId id) {
        return new SealedText.Place(RATING + ".words", id.value());
    }
}
