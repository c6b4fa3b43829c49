package org.yangguang.topic.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.topic.Topic;
import org.yangguang.topic.TopicEditing;

/** The tables of the schema {@code topic}. */
@Repository
public class TopicTable {

    private static final String TOPIC =
            "select t.id, t.code, t.name, t.name_en, t.about, t.state, t.version from topic.topic t";

    private final JdbcClient jdbc;

    TopicTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Topic> all() {
        return jdbc.sql(TOPIC
                        + " order by t.state = 'CLOSED', coalesce(t.opened_at, t.created_at) desc, t.id desc limit 500")
                .query(TopicTable::topic)
                .list();
    }

    public Optional<Topic> find(long id) {
        return jdbc.sql(TOPIC + " where t.id = ?")
                .param(id)
                .query(TopicTable::topic)
                .optional();
    }

    public Optional<Topic> byCode(String code) {
        return jdbc.sql(TOPIC + " where t.code = ?")
                .param(code)
                .query(TopicTable::topic)
                .optional();
    }

    public List<Topic> of(String kind, String reference) {
        return jdbc.sql(TOPIC + """
                 join topic.entry e on e.topic_id = t.id
                where e.kind = ? and e.reference = ? order by t.id""")
                .params(kind, reference)
                .query(TopicTable::topic)
                .list();
    }

    /** References by kind. */
    public Map<String, List<String>> references(long topic) {
        Map<String, List<String>> references = new HashMap<>();
        jdbc.sql("select kind, reference from topic.entry where topic_id = ? order by added_at limit 5000")
                .param(topic)
                .query(row -> {
                    references
                            .computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                            .add(row.getString("reference"));
                });
        return references;
    }

    /** Empty when another topic has the code. */
    public Optional<Long> insert(TopicEditing.Text text, Instant now) {
        return jdbc.sql("""
                insert into topic.topic (code, name, name_en, about, created_at) values (?, ?, ?, ?, ?)
                on conflict (code) do nothing returning id""")
                .params(text.code(), text.name(), text.nameEn(), text.about(), Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    public boolean update(long id, int version, TopicEditing.Text text) {
        return jdbc.sql("""
                update topic.topic set name = ?, name_en = ?, about = ?, version = version + 1
                 where id = ? and version = ?""")
                        .params(text.name(), text.nameEn(), text.about(), id, version)
                        .update()
                == 1;
    }

    public void move(long id, Topic.State state, Instant now) {
        jdbc.sql("""
                update topic.topic set state = :state, version = version + 1,
                       opened_at = case when :state = 'OPEN' then coalesce(opened_at, :now) else opened_at end
                 where id = :id and state <> :state""")
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    public void collect(long id, String kind, String reference, String by, Instant now) {
        jdbc.sql("""
                insert into topic.entry (topic_id, kind, reference, added_by, added_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""").params(id, kind, reference, by, Timestamp.from(now)).update();
    }

    public void drop(long id, String kind, String reference) {
        jdbc.sql("delete from topic.entry where topic_id = ? and kind = ? and reference = ?")
                .params(id, kind, reference)
                .update();
    }

    private static Topic topic(ResultSet row, int number) throws SQLException {
        return new Topic(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("about"),
                Topic.State.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
