package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Word;

/** The table {@code disclosure.word}. */
@Repository
public class WordTable {

    private static final String IN_USE =
            "select id, wrong, correct, note, binding, by_name, at from disclosure.word where retired_at is null";

    private final JdbcClient jdbc;

    WordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Word> inUse() {
        return jdbc.sql(IN_USE + " order by wrong").query(WordTable::word).list();
    }

    public Optional<Word> find(long id) {
        return jdbc.sql(IN_USE + " and id = ?").param(id).query(WordTable::word).optional();
    }

    public Optional<Word> called(String wrong) {
        return jdbc.sql(IN_USE + " and wrong = ?")
                .param(wrong)
                .query(WordTable::word)
                .optional();
    }

    /** Adds it, or puts it in the place of what was said of the same wrong word before. */
    public void keep(Word word, String by, Instant now) {
        jdbc.sql("""
                insert into disclosure.word (wrong, correct, note, binding, by_name, at) values (?, ?, ?, ?, ?, ?)
                on conflict (wrong) do update
                   set correct = excluded.correct, note = excluded.note, binding = excluded.binding,
                       by_name = excluded.by_name, at = excluded.at, retired_at = null""")
                .params(word.wrong(), word.correct(), word.note(), word.binding(), by, Timestamp.from(now))
                .update();
    }

    public void retire(long id, String by, Instant now) {
        jdbc.sql("update disclosure.word set retired_at = ?, by_name = ? where id = ?")
                .params(Timestamp.from(now), by, id)
                .update();
    }

    private static Word word(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Word(
                row.getLong("id"),
                row.getString("wrong"),
                row.getString("correct"),
                row.getString("note"),
                row.getBoolean("binding"),
                row.getString("by_name"),
                at == null ? null : at.toInstant());
    }
}
