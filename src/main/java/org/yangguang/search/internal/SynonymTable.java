package org.yangguang.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.search.Synonyms.Group;

@Repository
public class SynonymTable {

    private final JdbcClient jdbc;

    SynonymTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Group> all() {
        return jdbc.sql("select id, words, version from search.synonym_group order by words[1], id")
                .query(SynonymTable::group)
                .list();
    }

    /** All of them, of which nobody else can change one until this transaction ends. */
    public List<Group> locked() {
        jdbc.sql("lock table search.synonym_group in share row exclusive mode").update();
        return all();
    }

    public long insert(List<String> words) {
        return jdbc.sql("insert into search.synonym_group (words) values (?) returning id")
                .param(words.toArray(new String[0]))
                .query(Long.class)
                .single();
    }

    public void update(long id, List<String> words) {
        jdbc.sql("update search.synonym_group set words = :words, version = version + 1 where id = :id")
                .param("words", words.toArray(new String[0]))
                .param("id", id)
                .update();
    }

    public void delete(long id) {
        jdbc.sql("delete from search.synonym_group where id = ?").param(id).update();
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        String[] words = (String[]) row.getArray("words").getArray();
        return new Group(row.getLong("id"), List.of(words), row.getInt("version"));
    }
}
