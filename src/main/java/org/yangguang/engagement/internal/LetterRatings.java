package org.yangguang.engagement.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.platform.SealedText;

/** The table {@code engagement.letter_rating}: how content writers are with their replies, each once. */
@Repository
public class LetterRatings {

    static final String TABLE = "engagement.letter_rating";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    LetterRatings(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** @param remark for the officers only */
    public record Rating(int score, String remark, LocalDate on) {}

    public Optional<Rating> find(long letter) {
        return jdbc.sql("select score, remark, rated_on from engagement.letter_rating where letter_id = ?")
                .param(letter)
                .query((row, number) -> new Rating(
                        row.getInt("score"),
                        opened(letter, row.getBytes("remark")),
                        row.getObject("rated_on", LocalDate.class)))
                .optional();
    }

    /** False when the letter was rated before. */
    public boolean add(long letter, int score, String remark, LocalDate on) {
        return jdbc.sql("""
                insert into engagement.letter_rating (letter_id, score, remark, rated_on) values (?, ?, ?, ?)
                on conflict do nothing""")
                        .params(letter, score, remark.isEmpty() ? null : sealing.seal(remark, place(letter)), on)
                        .update()
                == 1;
    }

    private String opened(long letter, byte @Nullable [] sealed) {
        return sealed == null ? "" : sealing.open(sealed, place(letter));
    }

    private static SealedText.Place place(long letter) {
        return new SealedText.Place(TABLE + ".remark", letter);
    }
}
