package org.yangguang.engagement.internal;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.engagement.LetterAction;
import org.yangguang.engagement.LetterEvent;
import org.yangguang.engagement.LetterState;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedText;

/** The table {@code engagement.letter_event}. */
@Repository
public class LetterEvents {

    static final String TABLE = "engagement.letter_event";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    LetterEvents(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    public void add(long letter, LetterEvent event) {
        long id = jdbc.sql("""
                insert into engagement.letter_event
                       (letter_id, action, from_state, to_state, organ_id, at, by_id, by_name, by_organ)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        letter,
                        event.action().name(),
                        event.from().name(),
                        event.to().name(),
                        event.organ().value(),
                        Timestamp.from(event.at()),
                        event.byId(),
                        event.byName(),
                        event.byOrgan().value())
                .query(Long.class)
                .single();
        if (!event.note().isEmpty()) {
            jdbc.sql("update engagement.letter_event set note = ? where id = ?")
                    .params(sealing.seal(event.note(), new SealedText.Place(TABLE + ".note", id)), id)
                    .update();
        }
    }

    /** What was done to a letter, in order. */
    public List<LetterEvent> of(long letter) {
        return jdbc.sql("""
                select id, action, from_state, to_state, organ_id, at, by_id, by_name, by_organ, note
                  from engagement.letter_event where letter_id = ? order by id""")
                .param(letter)
                .query((row, number) -> {
                    byte[] note = row.getBytes("note");
                    return new LetterEvent(
                            LetterAction.valueOf(row.getString("action")),
                            LetterState.valueOf(row.getString("from_state")),
                            LetterState.valueOf(row.getString("to_state")),
                            new OrganId(row.getLong("organ_id")),
                            row.getTimestamp("at").toInstant(),
                            row.getLong("by_id"),
                            row.getString("by_name"),
                            new OrganId(row.getLong("by_organ")),
                            note == null
                                    ? ""
                                    : sealing.open(note, new SealedText.Place(TABLE + ".note", row.getLong("id"))));
                })
                .list();
    }
}
