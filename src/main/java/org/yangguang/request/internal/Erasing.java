package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.UnwantedFiles;
import org.yangguang.request.CaseId;
import org.yangguang.request.RequestRules;

/**
 * Erases what names people when the time for keeping a closed case is over: the applicant, the words beside its events, what was asked for, the
 * key of its file, and its papers as far as nobody else refers to them. Numbers, dates, kinds and steps stay, so that no statistic changes. Each case is a transaction of its own and an entry of the audit
 * chain.
 */
@Service
public class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final UnwantedFiles unwanted;
    private final RequestRules rules;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasing(
            JdbcClient jdbc,
            CaseFiles files,
            UnwantedFiles unwanted,
            RequestRules rules,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.unwanted = unwanted;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Erases what is due, some at a time; what is left follows with the next run. */
    public int eraseDue() {
        LocalDate today = LocalDate.now(clock);
        List<Long> due = jdbc.sql("""
                select id from request.application
                 where closed_on < ? and erased_on is null order by closed_on, id limit ?""")
                .params(today.minus(rules.retention()), BATCH)
                .query(Long.class)
                .list();
        due.forEach(id -> transaction.executeWithoutResult(status -> erase(id, today)));
        if (!due.isEmpty()) {
            LOG.info("Personal data of {} closed applications was erased after {}", due.size(), rules.retention());
        }
        return due.size();
    }

    private void erase(long id, LocalDate today) {
        int erased = jdbc.sql("""
                update request.application
                   set title = '', description = '', document_number = '', purpose = '', aided_because = '', files = '{}', erased_on = ?
                 where id = ? and erased_on is null""").params(today, id).update();
        if (erased == 0) {
            return;
        }
        jdbc.sql("""
                update request.applicant
                   set name = null, name_index = null, identity = null, identity_index = null, phone = null, phone_index = null, rest = null
                 where application_id = ?""").param(id).update();
        jdbc.sql("""
                update request.event_text set sealed = null
                 where event_id in (select id from request.event where application_id = ?)""").param(id).update();
        jdbc.sql("delete from request.reply_draft where application_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from request.reply_copy where application_id = ?")
                .param(id)
                .update();
        unwanted.letGo(files.forget(new CaseId(id)));
        audit.record(
                "system",
                "case.erased",
                "request.application:" + id,
                null,
                rules.retention().toString());
    }
}
