package org.yangguang.catalogue.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;

/** The tables {@code catalogue.catalogue_column}, {@code catalogue.term} and the version of both. */
@Repository
public class CatalogueTable {

    private final JdbcClient jdbc;

    CatalogueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from catalogue.version")
                .query(Long.class)
                .single();
    }

    void raiseVersion() {
        jdbc.sql("update catalogue.version set version = version + 1").update();
    }

    CatalogueSnapshot load() {
        long version = version();
        Map<ColumnId, ColumnId> successors = new HashMap<>();
        Map<ColumnId, Integer> versions = new HashMap<>();
        List<Column> columns = jdbc.sql("""
                select id, parent_id, path, code, name, name_en, head, type, article20, article21, interval_days,
                       description, keywords, position, fixed, version, retired_on, successor_id
                  from catalogue.catalogue_column""")
                .query((row, number) -> {
                    Column column = column(row);
                    versions.put(column.id(), row.getInt("version"));
                    ColumnId successor = id(row, "successor_id");
                    if (successor != null) {
                        successors.put(column.id(), successor);
                    }
                    return column;
                })
                .list();
        List<CatalogueSnapshot.TermRow> terms = jdbc.sql("""
                select vocabulary, code, name, name_en, position, retired_on is not null as retired
                  from catalogue.term
                 order by vocabulary, position, code""")
                .query((row, number) -> new CatalogueSnapshot.TermRow(
                        Vocabulary.valueOf(row.getString("vocabulary")),
                        new Term(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getInt("position")),
                        row.getBoolean("retired")))
                .list();
        return CatalogueSnapshot.of(version, columns, successors, versions, terms);
    }

    /** Locks the whole catalogue for one change, so that two editors cannot tear the tree, and reads it as it now is. */
    public CatalogueSnapshot lock() {
        jdbc.sql("select version from catalogue.version for update")
                .query(Long.class)
                .single();
        return load();
    }

    public ColumnId insert(Column draft, String pathAbove) {
        long id = jdbc.sql("select nextval('catalogue.column_id')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, article20,
                       article21, interval_days, description, keywords, position)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        value(draft.parent()),
                        pathAbove + id + "/",
                        draft.code(),
                        draft.name(),
                        draft.nameEn(),
                        draft.head().name(),
                        draft.type().name(),
                        draft.article20(),
                        draft.article21() == null ? null : draft.article21().name(),
                        draft.intervalDays(),
                        draft.description(),
                        draft.keywords().toArray(String[]::new),
                        draft.position())
                .update();
        return new ColumnId(id);
    }

    public void update(Column column) {
        jdbc.sql("""
                update catalogue.catalogue_column
                   set name = ?, name_en = ?, type = ?, interval_days = ?, description = ?, keywords = ?,
                       version = version + 1
                 where id = ?""")
                .params(
                        column.name(),
                        column.nameEn(),
                        column.type().name(),
                        column.intervalDays(),
                        column.description(),
                        column.keywords().toArray(String[]::new),
                        column.id().value())
                .update();
    }

    /** Puts columns in this order among their siblings. */
    public void order(List<ColumnId> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            jdbc.sql("update catalogue.catalogue_column set position = ? where id = ?")
                    .params(i + 1, siblings.get(i).value())
                    .update();
        }
    }

    /** Hangs a column and all below it under another parent. */
    public void move(Column column, Column parent, int position) {
        jdbc.sql("""
                update catalogue.catalogue_column
                   set path = ? || substr(path, ?), head = ?, version = version + 1
                 where path like ? || '%'""")
                .params(
                        parent.path() + column.id().value() + "/",
                        column.path().length() + 1,
                        parent.head().name(),
                        column.path())
                .update();
        jdbc.sql("update catalogue.catalogue_column set parent_id = ?, position = ? where id = ?")
                .params(parent.id().value(), position, column.id().value())
                .update();
    }

    public void retire(ColumnId column, @Nullable ColumnId successor, LocalDate on) {
        jdbc.sql(
                        "update catalogue.catalogue_column set retired_on = ?, successor_id = ?, version = version + 1 where id = ?")
                .params(on, value(successor), column.value())
                .update();
    }

    public void restore(ColumnId column) {
        jdbc.sql(
                        "update catalogue.catalogue_column set retired_on = null, successor_id = null, version = version + 1 where id = ?")
                .param(column.value())
                .update();
    }

    public void insertTerm(Vocabulary vocabulary, Term term) {
        jdbc.sql("insert into catalogue.term (vocabulary, code, name, name_en, position) values (?, ?, ?, ?, ?)")
                .params(vocabulary.name(), term.code(), term.name(), term.nameEn(), term.position())
                .update();
    }

    public void updateTerm(Vocabulary vocabulary, Term term) {
        jdbc.sql("update catalogue.term set name = ?, name_en = ?, position = ? where vocabulary = ? and code = ?")
                .params(term.name(), term.nameEn(), term.position(), vocabulary.name(), term.code())
                .update();
    }

    /** Takes a term out of use from a day, or back into use with null. */
    public void retireTerm(Vocabulary vocabulary, String code, @Nullable LocalDate on) {
        jdbc.sql("update catalogue.term set retired_on = ? where vocabulary = ? and code = ?")
                .params(on, vocabulary.name(), code)
                .update();
    }

    private static Column column(ResultSet row) throws SQLException {
        String article21 = row.getString("article21");
        return new Column(
                new ColumnId(row.getLong("id")),
                id(row, "parent_id"),
                row.getString("path"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                Column.Head.valueOf(row.getString("head")),
                Column.Type.valueOf(row.getString("type")),
                row.getObject("article20", Integer.class),
                article21 == null ? null : Column.Level.valueOf(article21),
                row.getObject("interval_days", Integer.class),
                row.getString("description"),
                texts(row.getArray("keywords")),
                row.getInt("position"),
                row.getBoolean("fixed"),
                row.getObject("retired_on", LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable ColumnId id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(ColumnId::new)
                .orElse(null);
    }

    private static @Nullable Long value(@Nullable ColumnId id) {
        return id == null ? null : id.value();
    }
}
