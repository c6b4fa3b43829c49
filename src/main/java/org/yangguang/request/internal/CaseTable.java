package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.Intake;
import org.yangguang.request.Reckoning;
import org.yangguang.request.Wanted;

/** The table {@code request.application}. */
@Repository
public class CaseTable {

    private final JdbcClient jdbc;
    private final DeadlineTable deadlines;
    private final CaseFiles files;

    CaseTable(JdbcClient jdbc, DeadlineTable deadlines, CaseFiles files) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.files = files;
    }

    /** An application that is on the register. */
    public record Registered(CaseId id, String number) {}

    /** What does not change about an application. */
    public record Sheet(Wanted wanted, String aidedBecause, List<String> files, Instant createdAt) {}

    public CaseId nextId() {
        return new CaseId(jdbc.sql("select nextval('request.application_id')")
                .query(Long.class)
                .single());
    }

    /** The next number of the year's series; who asks at the same time waits, so that there are no gaps. */
    public String nextNumber(int year) {
        int number = jdbc.sql("""
                insert into request.series (year, last) values (?, 1)
                on conflict (year) do update set last = request.series.last + 1
                returning last""").param(year).query(Integer.class).single();
        return String.format(java.util.Locale.ROOT, "%d-%05d", year, number);
    }

    /** Makes whoever sends the same form at the same moment wait until this transaction is over. */
    public void lockSubmission(String submission) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('request.submission:' || ?, 0))")
                .param(submission)
                .query((row, n) -> 1)
                .single();
    }

    public void insert(CaseId id, String number, Intake intake, String codeHash, Instant now) {
        Wanted wanted = intake.wanted();
        jdbc.sql("""
                insert into request.application
                       (id, number, channel, applicant_kind, origin_organ_id, arrived_on, title, description,
                        document_number, purpose, form, way, aided_because, code_hash, submission, files, created_at,
                        organ_id, state, version, regime, unit, handler_name, since, extended)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', 0, 'NONE', '', '', ?, false)""")
                .params(
                        id.value(),
                        number,
                        intake.channel().name(),
                        intake.applicant().kind().name(),
                        intake.organ().value(),
                        intake.arrivedOn(),
                        wanted.title(),
                        wanted.description(),
                        wanted.documentNumber(),
                        wanted.purpose(),
                        wanted.form().name(),
                        wanted.way().name(),
                        intake.aidedBecause(),
                        codeHash,
                        intake.submission(),
                        intake.files().toArray(String[]::new),
                        Timestamp.from(now),
                        intake.organ().value(),
                        intake.arrivedOn())
                .update();
        files.use(id, intake.files());
    }

    public Optional<Registered> bySubmission(String submission) {
        return jdbc.sql("select id, number from request.application where submission = ?")
                .param(submission)
                .query((row, n) -> new Registered(new CaseId(row.getLong("id")), row.getString("number")))
                .optional();
    }

    public Optional<CaseId> byCode(String number, String codeHash) {
        return jdbc.sql("select id from request.application where number = ? and code_hash = ?")
                .params(number, codeHash)
                .query((row, n) -> new CaseId(row.getLong("id")))
                .optional();
    }

    /** Locks the case until the transaction ends. */
    public Optional<Registered> lock(CaseId id) {
        return jdbc.sql("select id, number from request.application where id = ? for update")
                .param(id.value())
                .query((row, n) -> new Registered(new CaseId(row.getLong("id")), row.getString("number")))
                .optional();
    }

    public Optional<Registered> find(CaseId id) {
        return jdbc.sql("select id, number from request.application where id = ?")
                .param(id.value())
                .query((row, n) -> new Registered(new CaseId(row.getLong("id")), row.getString("number")))
                .optional();
    }

    public Optional<Sheet> sheet(CaseId id) {
        return jdbc.sql("""
                select title, description, document_number, purpose, form, way, aided_because, files, created_at
                  from request.application where id = ?""")
                .param(id.value())
                .query((row, n) -> new Sheet(
                        new Wanted(
                                row.getString("title"),
                                row.getString("description"),
                                row.getString("document_number"),
                                row.getString("purpose"),
                                Wanted.Form.valueOf(row.getString("form")),
                                Wanted.Way.valueOf(row.getString("way"))),
                        row.getString("aided_because"),
                        List.of((String[]) row.getArray("files").getArray()),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** Writes what lists need anew from the case and its clock. */
    public void derive(Case known, Reckoning reckoning) {
        LocalDate closedOn = known.result() == null ? null : known.result().on();
        LocalDate due = reckoning.due();
        jdbc.sql("""
                update request.application
                   set organ_id = :organ, state = :state, version = :version, regime = :regime, received_on = :received,
                       unit = :unit, handler_id = :handler, handler_name = :name, since = :since, extended = :extended,
                       result = :result, closed_on = :closed, in_time = :intime
                 where id = :id""")
                .param("organ", known.organ().value())
                .param("state", known.state().name())
                .param("version", known.version())
                .param("regime", known.regime().name())
                .param("received", known.receivedOn())
                .param("unit", known.unit())
                .param(
                        "handler",
                        known.handler() == null ? null : known.handler().value())
                .param("name", known.handlerName())
                .param("since", known.since())
                .param("extended", known.extended())
                .param(
                        "result",
                        known.result() == null ? null : known.result().kind().name())
                .param("closed", closedOn)
                .param("intime", closedOn == null ? null : due == null || !closedOn.isAfter(due))
                .param("id", known.id().value())
                .update();
        if (closedOn == null) {
            deadlines.write(
                    List.of(new DeadlineTable.Line(known.id(), known.version(), DeadlineTable.Said.by(reckoning))));
        } else {
            deadlines.remove(known.id());
        }
    }
}
