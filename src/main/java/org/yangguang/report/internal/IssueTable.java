package org.yangguang.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.EditionId;
import org.yangguang.organ.OrganId;
import org.yangguang.report.Issue;
import org.yangguang.report.Issue.IssueFile;
import org.yangguang.report.ReportFormat;

/** Frozen reports. */
@Repository
public class IssueTable {

    private static final String ISSUE = """
            select i.id, i.report_id, i.number, i.edition_id, i.title, i.content_hash, i.signature, i.frozen_at
              from report.issue i""";

    private final JdbcClient jdbc;

    IssueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one report, the newest first. */
    public List<Issue> of(long report) {
        return withFiles(jdbc.sql(ISSUE + " where i.report_id = ? order by i.number desc")
                .param(report)
                .query(IssueTable::issue)
                .list());
    }

    public boolean has(EditionId edition) {
        return jdbc.sql("select exists (select from report.issue where edition_id = ?)")
                .param(edition.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Issue> find(long id) {
        return withFiles(jdbc.sql(ISSUE + " where i.id = ?")
                        .param(id)
                        .query(IssueTable::issue)
                        .list())
                .stream()
                .findFirst();
    }

    /** The newest issue of each organ for a year. */
    public Map<OrganId, Issue> ofYear(int year) {
        Map<Long, OrganId> organs = jdbc
                .sql("select id, organ_id from report.report where year = ?")
                .param(year)
                .query((row, number) -> Map.entry(row.getLong(1), new OrganId(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return withFiles(jdbc.sql(ISSUE + """
                 join report.report r on r.id = i.report_id
                where r.year = ?
                  and i.number = (select max(n.number) from report.issue n where n.report_id = i.report_id)""")
                        .param(year)
                        .query(IssueTable::issue)
                        .list())
                .stream()
                .collect(Collectors.toMap(issue -> organs.get(issue.report()), issue -> issue));
    }

    /** Years of which there are frozen reports, the newest first. */
    public List<Integer> years() {
        return jdbc.sql("""
                select distinct r.year from report.report r join report.issue i on i.report_id = r.id order by r.year desc""").query(Integer.class).list();
    }

    public String content(long issue) {
        return jdbc.sql("select content from report.issue where id = ?")
                .param(issue)
                .query(String.class)
                .single();
    }

    public long insert(
            long report, EditionId edition, String title, String content, String hash, String signature, Instant now) {
        return jdbc.sql("""
                insert into report.issue (report_id, number, edition_id, title, content, content_hash, signature, frozen_at)
                values (:report, (select coalesce(max(number), 0) + 1 from report.issue where report_id = :report),
                        :edition, :title, :content, :hash, :signature, :now) returning id""")
                .param("report", report)
                .param("edition", edition.value())
                .param("title", title)
                .param("content", content)
                .param("hash", hash)
                .param("signature", signature)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public void insert(long issue, IssueFile file) {
        jdbc.sql("insert into report.issue_file (issue_id, format, name, hash, type, size) values (?, ?, ?, ?, ?, ?)")
                .params(
                        issue,
                        file.format().name(),
                        file.name(),
                        file.hash(),
                        file.format().mediaType(),
                        file.size())
                .update();
    }

    private List<Issue> withFiles(List<Issue> issues) {
        Map<Long, List<IssueFile>> files = new java.util.HashMap<>();
        jdbc.sql(
                        "select issue_id, format, name, hash, size from report.issue_file where issue_id = any(?) order by format")
                .param(issues.stream().map(Issue::id).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getLong("issue_id"), id -> new ArrayList<>())
                            .add(new IssueFile(
                                    ReportFormat.valueOf(row.getString("format")),
                                    row.getString("name"),
                                    row.getString("hash"),
                                    row.getLong("size")));
                });
        return issues.stream()
                .map(issue -> new Issue(
                        issue.id(),
                        issue.report(),
                        issue.number(),
                        issue.edition(),
                        issue.title(),
                        issue.contentHash(),
                        issue.signature(),
                        issue.frozenAt(),
                        files.getOrDefault(issue.id(), List.of())))
                .toList();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getLong("report_id"),
                row.getInt("number"),
                new EditionId(row.getLong("edition_id")),
                row.getString("title"),
                row.getString("content_hash"),
                row.getString("signature"),
                row.getTimestamp("frozen_at").toInstant(),
                List.of());
    }
}
