package org.yangguang.intake.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.platform.SealedColumns;

/** Tells that the secrets of webhooks are sealed, so that they get a new key with everything else. */
@Component
class WebhookSecrets implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(new Column("intake.webhook", "id", "secret", null));
    }
}
