package org.yangguang.search.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yangguang.search.IndexState;

/** The index in the health of the program, as {@code search}: out of service until it is whole for the first time. */
@Component("searchHealthIndicator")
class IndexHealth implements HealthIndicator {

    private final LuceneIndex index;

    IndexHealth(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public Health health() {
        IndexState state = index.state();
        Health.Builder health =
                switch (state) {
                    case READY, REBUILDING -> Health.up();
                    case CLOSED, FILLING -> Health.outOfService();
                    case UNAVAILABLE -> Health.down();
                };
        return health.withDetail("index", state.name()).build();
    }
}
