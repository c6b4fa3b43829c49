package org.yangguang.remedy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Action;
import org.yangguang.request.CaseClosed;
import org.yangguang.request.CaseMoved;
import org.yangguang.request.CaseReceived;
import org.yangguang.request.ReplyKind;

/** What is known of applications, from what was told of them in the transactions in which it happened. */
@Component
public class KnownCases {

    private final JdbcClient jdbc;

    KnownCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param result null while it is open */
    public record KnownCase(
            String number,
            long id,
            OrganId organ,
            LocalDate arrivedOn,
            @Nullable LocalDate closedOn,
            @Nullable ReplyKind result) {}

    @EventListener
    void on(CaseReceived event) {
        jdbc.sql("""
                insert into remedy.known_case (number, case_id, organ_id, arrived_on) values (?, ?, ?, ?)
                on conflict (number) do nothing""")
                .params(event.number(), event.id().value(), event.organ().value(), event.arrivedOn())
                .update();
    }

    @EventListener
    void on(CaseMoved event) {
        if (event.action() == Action.TRANSFER) {
            jdbc.sql("update remedy.known_case set organ_id = ? where number = ?")
                    .params(event.organ().value(), event.number())
                    .update();
        }
    }

    @EventListener
    void on(CaseClosed event) {
        jdbc.sql("update remedy.known_case set closed_on = ?, result = ?, organ_id = ? where number = ?")
                .params(event.on(), event.kind().name(), event.organ().value(), event.number())
                .update();
    }

    public Optional<KnownCase> find(String number) {
        return jdbc.sql("select * from remedy.known_case where number = ?")
                .param(number)
                .query((row, n) -> known(row))
                .optional();
    }

    /** Cases of the organs that were closed last, to choose from. */
    public List<KnownCase> lastClosed(java.util.Collection<OrganId> organs, int most) {
        return jdbc.sql("""
                select * from remedy.known_case
                 where organ_id = any(?) and closed_on is not null order by closed_on desc, number desc limit ?""")
                .params(organs.stream().map(OrganId::value).toArray(Long[]::new), most)
                .query((row, n) -> known(row))
                .list();
    }

    private static KnownCase known(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new KnownCase(
                row.getString("number"),
                row.getLong("case_id"),
                new OrganId(row.getLong("organ_id")),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                result == null ? null : ReplyKind.valueOf(result));
    }
}
