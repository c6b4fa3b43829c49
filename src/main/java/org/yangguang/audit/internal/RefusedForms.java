package org.yangguang.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.site.FormRefused;

/** Records that a limit of a public form was exceeded, whatever becomes of the request in which it happened. */
@Component
class RefusedForms {

    private final AuditTrail audit;
    private final TransactionTemplate own;

    RefusedForms(AuditTrail audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void record(FormRefused refused) {
        own.executeWithoutResult(
                status -> audit.record("form.limit-exceeded", "site.limit:" + refused.what(), null, null));
    }
}
