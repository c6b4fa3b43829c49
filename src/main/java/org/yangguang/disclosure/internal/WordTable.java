package org.yangguang.disclosure.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Word;

/** The table {@code disclosure.word}. */
@Repository
public class WordTable {

    private final JdbcClient jdbc;

    WordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Word> inUse() {
        return jdbc.sql(
                        "select id, wrong, correct, note, binding from disclosure.word where retired_at is null order by wrong")
                .query((row, n) -> new Word(
                        row.getLong("id"),
                        row.getString("wrong"),
                        row.getString("correct"),
                        row.getString("note"),
                        row.getBoolean("binding")))
                .list();
    }

    public Optional<Word> find(long id) {
        return inUse().stream().filter(each -> each.id() == id).findFirst();
    }

    /** Adds it, or puts it in the place of what was said of the same wrong word before. */
    public void keep(Word word) {
        jdbc.sql("""
                insert into disclosure.word (wrong, correct, note, binding) values (?, ?, ?, ?)
                on conflict (wrong) do update
                   set correct = excluded.correct, note = excluded.note, binding = excluded.binding, retired_at = null""")
                .params(word.wrong(), word.correct(), word.note(), word.binding())
                .update();
    }

    public void retire(long id) {
        jdbc.sql("update disclosure.word set retired_at = now() where id = ?")
                .param(id)
                .update();
    }
}
