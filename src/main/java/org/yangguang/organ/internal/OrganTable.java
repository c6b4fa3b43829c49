package org.yangguang.organ.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganHistory.Name;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister.Founding;
import org.yangguang.organ.Region;

/** The tables of the schema {@code organ}. */
@Repository
public class OrganTable {

    private final JdbcClient jdbc;

    OrganTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OrganTree tree() {
        List<Organ> organs = jdbc.sql("""
                select id, parent_id, path, region_code, kind, code, name, short_name, name_en, position, opened_on,
                       closed_on, successor_id, address, post_code, phone, fax, email, office_hours, contact_changed_at,
                       version
                  from organ.organ
                 order by position, id""").query(OrganTable::organ).list();
        List<Region> regions = jdbc.sql("select code, parent_code, name from organ.region order by code")
                .query((row, number) ->
                        new Region(row.getString("code"), row.getString("parent_code"), row.getString("name")))
                .list();
        return new OrganTree(organs, regions);
    }

    long revision() {
        return jdbc.sql("select number from organ.revision").query(Long.class).single();
    }

    void raiseRevision() {
        jdbc.sql("update organ.revision set number = number + 1").update();
    }

    public void insertRegion(Region region) {
        jdbc.sql("insert into organ.region (code, parent_code, name) values (?, ?, ?)")
                .params(region.code(), region.parent(), region.name())
                .update();
    }

    public void renameRegion(String code, String name) {
        jdbc.sql("update organ.region set name = ? where code = ?")
                .params(name, code)
                .update();
    }

    public void deleteRegion(String code) {
        jdbc.sql("delete from organ.region where code = ?").param(code).update();
    }

    public OrganId insert(Founding f, String abovePath, Instant now) {
        long id = jdbc.sql("select nextval('organ.organ_id')").query(Long.class).single();
        Contact c = f.contact();
        jdbc.sql("""
                insert into organ.organ (id, parent_id, path, region_code, kind, code, name, short_name, name_en, position,
                       opened_on, address, post_code, phone, fax, email, office_hours, contact_changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        f.parent() == null ? null : f.parent().value(),
                        abovePath + id + "/",
                        f.regionCode(),
                        f.kind().name(),
                        f.code(),
                        f.name(),
                        f.shortName(),
                        f.nameEn(),
                        f.position(),
                        f.openedOn(),
                        c.address(),
                        c.postCode(),
                        c.phone(),
                        c.fax(),
                        c.email(),
                        c.officeHours(),
                        at(now))
                .update();
        insertName(new OrganId(id), f.openedOn(), f.name(), f.shortName(), f.nameEn());
        return new OrganId(id);
    }

    public void describe(
            OrganId id,
            String regionCode,
            OrganKind kind,
            String code,
            String shortName,
            @Nullable String nameEn,
            int position) {
        jdbc.sql("""
                update organ.organ
                   set region_code = ?, kind = ?, code = ?, short_name = ?, name_en = ?, position = ?, version = version + 1
                 where id = ?""")
                .params(regionCode, kind.name(), code, shortName, nameEn, position, id.value())
                .update();
        jdbc.sql("update organ.organ_name set short_name = ?, name_en = ? where organ_id = ? and to_date is null")
                .params(shortName, nameEn, id.value())
                .update();
    }

    public void rename(OrganId id, LocalDate from, String name, String shortName, @Nullable String nameEn) {
        endName(id, from);
        insertName(id, from, name, shortName, nameEn);
        jdbc.sql("""
                update organ.organ set name = ?, short_name = ?, name_en = ?, version = version + 1
                 where id = ?""").params(name, shortName, nameEn, id.value()).update();
    }

    public void reach(OrganId id, Contact c, Instant now) {
        jdbc.sql("""
                update organ.organ
                   set address = ?, post_code = ?, phone = ?, fax = ?, email = ?, office_hours = ?,
                       contact_changed_at = ?, version = version + 1
                 where id = ?""")
                .params(c.address(), c.postCode(), c.phone(), c.fax(), c.email(), c.officeHours(), at(now), id.value())
                .update();
    }

    public void move(Organ organ, Organ parent) {
        String path = parent.path() + organ.id().value() + "/";
        jdbc.sql("update organ.organ set parent_id = ?, version = version + 1 where id = ?")
                .params(parent.id().value(), organ.id().value())
                .update();
        jdbc.sql("update organ.organ set path = ? || substr(path, ?) where path like ?")
                .params(path, organ.path().length() + 1, organ.path() + "%")
                .update();
    }

    public void close(OrganId id, LocalDate on, @Nullable OrganId successor) {
        endName(id, on);
        jdbc.sql("update organ.organ set closed_on = ?, successor_id = ?, version = version + 1 where id = ?")
                .params(on, successor == null ? null : successor.value(), id.value())
                .update();
    }

    public List<Name> names(OrganId id) {
        return jdbc.sql("""
                select from_date, to_date, name, short_name, name_en
                  from organ.organ_name
                 where organ_id = ?
                 order by from_date""")
                .param(id.value())
                .query((row, number) -> new Name(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getString("name_en")))
                .list();
    }

    private void insertName(OrganId id, LocalDate from, String name, String shortName, @Nullable String nameEn) {
        jdbc.sql("insert into organ.organ_name (organ_id, from_date, name, short_name, name_en) values (?, ?, ?, ?, ?)")
                .params(id.value(), from, name, shortName, nameEn)
                .update();
    }

    private void endName(OrganId id, LocalDate to) {
        jdbc.sql("update organ.organ_name set to_date = ? where organ_id = ? and to_date is null")
                .params(to, id.value())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Organ organ(ResultSet row, int number) throws SQLException {
        return new Organ(
                new OrganId(row.getLong("id")),
                id(row, "parent_id"),
                row.getString("path"),
                row.getString("region_code"),
                OrganKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getInt("position"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                id(row, "successor_id"),
                new Contact(
                        row.getString("address"),
                        row.getString("post_code"),
                        row.getString("phone"),
                        row.getString("fax"),
                        row.getString("email"),
                        row.getString("office_hours")),
                row.getObject("contact_changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable OrganId id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new OrganId(id);
    }
}
