package org.yangguang.disclosure.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.ValidityEnded;

/** Normative documents that no longer bind because of their dates: what stands on the website follows the calendar. */
@Component
public class EndedDocuments {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    EndedDocuments(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    /** Labels what has ended by {@code today} and was not labelled yet; may be called as often as one likes. */
    @Transactional
    public void label(LocalDate today) {
        List<Ended> ended = jdbc.sql("""
                update disclosure.publication p
                   set validity = case when e.repealed_on <= :today then 'REPEALED' else 'EXPIRED' end
                  from disclosure.edition e
                 where e.id = p.edition_id and p.validity in ('EFFECTIVE', 'AMENDED')
                   and (e.repealed_on <= :today or e.expires_on < :today)
                returning p.item_id, p.validity""")
                .param("today", today)
                .query((row, number) -> new Ended(new ItemId(row.getLong("item_id")), row.getString("validity")))
                .list();
        for (Ended document : ended) {
            audit.record(
                    "system:calendar",
                    "item.validity-ended",
                    "disclosure.item:" + document.item().value(),
                    null,
                    document.validity() + " " + today);
            events.publishEvent(new ValidityEnded(document.item()));
        }
    }

    private record Ended(ItemId item, String validity) {}
}
