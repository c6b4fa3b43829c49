package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.FindingOverride;
import org.yangguang.file.Carried;

/** The tables {@code disclosure.finding_override}, {@code copy_report}, {@code copy_finding} and {@code copy_checked}. */
@Repository
public class FindingTable {

    /** @param refused message keys and arguments, parted by tabs */
    public record CopyReport(List<Carried> carried, List<String> refused) {}

    private final JdbcClient jdbc;

    FindingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, FindingOverride> overrides(EditionId edition) {
        Map<String, FindingOverride> overrides = new HashMap<>();
        jdbc.sql("select fingerprint, reason, by_name, at from disclosure.finding_override where edition_id = ?")
                .param(edition.value())
                .query(row -> {
                    overrides.put(
                            row.getString("fingerprint"),
                            new FindingOverride(
                                    row.getString("reason"),
                                    row.getString("by_name"),
                                    row.getTimestamp("at").toInstant()));
                });
        return overrides;
    }

    /** @return false when somebody had let it stay before; the first reason holds */
    public boolean override(EditionId edition, Finding finding, Officer officer, String reason, Instant now) {
        return jdbc.sql("""
                insert into disclosure.finding_override (edition_id, fingerprint, kind, shown, reason, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                edition.value(),
                                finding.fingerprint(),
                                finding.kind().name(),
                                finding.shown(),
                                reason,
                                officer.id().value(),
                                officer.name(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    void report(String original, List<Carried> carried, List<String> refused, Instant now) {
        jdbc.sql("""
                insert into disclosure.copy_report (original_hash, carried, refused, at) values (?, ?, ?, ?)
                on conflict (original_hash) do update
                   set carried = excluded.carried, refused = excluded.refused, at = excluded.at""")
                .params(
                        original,
                        carried.stream()
                                .map(each -> each.what() + "\t" + each.count() + "\t" + each.example())
                                .toArray(String[]::new),
                        refused.toArray(String[]::new),
                        Timestamp.from(now))
                .update();
    }

    public Optional<CopyReport> report(String original) {
        return jdbc.sql("select carried, refused from disclosure.copy_report where original_hash = ?")
                .param(original)
                .query((row, n) -> new CopyReport(
                        List.of((String[]) row.getArray("carried").getArray()).stream()
                                .map(FindingTable::carried)
                                .toList(),
                        List.of((String[]) row.getArray("refused").getArray())))
                .optional();
    }

    private static Carried carried(String line) {
        String[] parts = line.split("\t", 3);
        return new Carried(Carried.What.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    void checked(String copy, List<Finding> findings, Instant now) {
        for (Finding each : findings) {
            jdbc.sql("""
                    insert into disclosure.copy_finding (copy_hash, fingerprint, kind, shown, context) values (?, ?, ?, ?, ?)
                    on conflict do nothing""")
                    .params(copy, each.fingerprint(), each.kind().name(), each.shown(), each.context())
                    .update();
        }
        jdbc.sql("insert into disclosure.copy_checked (copy_hash, at) values (?, ?) on conflict do nothing")
                .params(copy, Timestamp.from(now))
                .update();
    }

    List<Finding> ofCopy(String copy, String name) {
        return jdbc.sql("select fingerprint, kind, shown, context from disclosure.copy_finding where copy_hash = ?")
                .param(copy)
                .query((row, n) -> {
                    Finding.Kind kind = Finding.Kind.valueOf(row.getString("kind"));
                    return new Finding(
                            Inspection.fingerprint(copy, row.getString("fingerprint")),
                            kind,
                            kind.personal() && kind != Finding.Kind.CREDIT_CODE && kind != Finding.Kind.LANDLINE,
                            name,
                            row.getString("shown"),
                            row.getString("context"),
                            "",
                            null);
                })
                .list();
    }
}
