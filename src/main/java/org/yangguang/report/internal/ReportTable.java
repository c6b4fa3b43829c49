package org.yangguang.report.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.ReportState;

/** Reports, their chapters and the reasons for typed numbers. */
@Repository
public class ReportTable {

    private static final String REPORT =
            "select id, organ_id, year, scheme, state, version, dated, item_id, edition_id, changed_at from report.report";

    private final JdbcClient jdbc;

    ReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<AnnualReport> find(OrganId organ, int year) {
        return jdbc.sql(REPORT + " where organ_id = ? and year = ?")
                .params(organ.value(), year)
                .query(ReportTable::report)
                .optional();
    }

    public Optional<AnnualReport> byItem(ItemId item) {
        return jdbc.sql(REPORT + " where item_id = ?")
                .param(item.value())
                .query(ReportTable::report)
                .optional();
    }

    /** The report, made when nobody has begun it, locked until the transaction ends. */
    public AnnualReport lock(OrganId organ, int year, String scheme, Instant now) {
        jdbc.sql("""
                insert into report.report (organ_id, year, scheme, changed_at) values (?, ?, ?, ?)
                on conflict (organ_id, year) do nothing""").params(organ.value(), year, scheme, Timestamp.from(now)).update();
        return jdbc.sql(REPORT + " where organ_id = ? and year = ? for update")
                .params(organ.value(), year)
                .query(ReportTable::report)
                .single();
    }

    public Map<OrganId, AnnualReport> ofYear(int year, Collection<OrganId> organs) {
        Map<OrganId, AnnualReport> reports = new LinkedHashMap<>();
        jdbc.sql(REPORT + " where year = :year and organ_id = any(:organs)")
                .param("year", year)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(ReportTable::report)
                .list()
                .forEach(report -> reports.put(report.organ(), report));
        return reports;
    }

    public Map<String, String> chapters(long report) {
        Map<String, String> chapters = new LinkedHashMap<>();
        jdbc.sql("select code, text from report.chapter where report_id = ?")
                .param(report)
                .query(row -> {
                    chapters.put(row.getString("code"), row.getString("text"));
                });
        return chapters;
    }

    public void write(long report, String chapter, String text, String by, Instant now) {
        jdbc.sql("""
                insert into report.chapter (report_id, code, text, written_by, written_at) values (?, ?, ?, ?, ?)
                on conflict (report_id, code) do update
                   set text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at""").params(report, chapter, text, by, Timestamp.from(now)).update();
    }

    /** The chapter follows the template again. */
    public void drop(long report, String chapter) {
        jdbc.sql("delete from report.chapter where report_id = ? and code = ?")
                .params(report, chapter)
                .update();
    }

    /** By chapter and number, a line feed between. */
    public Map<String, String> reasons(long report) {
        Map<String, String> reasons = new LinkedHashMap<>();
        jdbc.sql("select chapter, number, reason from report.reason where report_id = ?")
                .param(report)
                .query(row -> {
                    reasons.put(row.getString("chapter") + "\n" + row.getString("number"), row.getString("reason"));
                });
        return reasons;
    }

    public void reason(long report, String chapter, String number, String reason, String by, Instant now) {
        jdbc.sql("""
                insert into report.reason (report_id, chapter, number, reason, given_by, given_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (report_id, chapter, number) do update
                   set reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at""")
                .params(report, chapter, number, reason, by, Timestamp.from(now))
                .update();
    }

    public void changed(long report, Instant now) {
        jdbc.sql("update report.report set version = version + 1, changed_at = ? where id = ?")
                .params(Timestamp.from(now), report)
                .update();
    }

    public void move(long report, ReportState state, Instant now) {
        jdbc.sql("update report.report set state = ?, version = version + 1, changed_at = ? where id = ?")
                .params(state.name(), Timestamp.from(now), report)
                .update();
    }

    public void handOver(
            long report,
            String scheme,
            LocalDate dated,
            ItemId item,
            EditionId edition,
            String content,
            String bodyHash) {
        jdbc.sql("""
                update report.report
                   set scheme = ?, dated = ?, item_id = ?, edition_id = ?, content = ?, body_hash = ? where id = ?""")
                .params(scheme, Date.valueOf(dated), item.value(), edition.value(), content, bodyHash, report)
                .update();
    }

    /**
     * What was handed over.
     *
     * @param bodyHash of the text of the draft that it became
     */
    public record HandedOver(String content, String bodyHash) {}

    public Optional<HandedOver> handedOver(long report) {
        return jdbc.sql("select content, body_hash from report.report where id = ? and content is not null")
                .param(report)
                .query((row, number) -> new HandedOver(row.getString("content"), row.getString("body_hash")))
                .optional();
    }

    /** Whether this reminder had not been sent; from now on it has. */
    public boolean remind(OrganId organ, int year, int days, Instant now) {
        return jdbc.sql("""
                insert into report.reminder (organ_id, year, days, sent_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                        .params(organ.value(), year, days, Timestamp.from(now))
                        .update()
                == 1;
    }

    private static AnnualReport report(ResultSet row, int number) throws SQLException {
        long item = row.getLong("item_id");
        @Nullable ItemId itemId = row.wasNull() ? null : new ItemId(item);
        long edition = row.getLong("edition_id");
        @Nullable EditionId editionId = row.wasNull() ? null : new EditionId(edition);
        Date dated = row.getDate("dated");
        return new AnnualReport(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getInt("year"),
                row.getString("scheme"),
                ReportState.valueOf(row.getString("state")),
                row.getInt("version"),
                dated == null ? null : dated.toLocalDate(),
                itemId,
                editionId,
                row.getTimestamp("changed_at").toInstant());
    }
}
