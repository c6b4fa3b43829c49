package org.yangguang.demo;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code demo.district}: whether this database holds the demonstration and how far its loading has come. */
@Repository
class DemoMarker {

    enum Phase {
        /** The bodies are there, the past is being loaded. */
        HISTORY,
        /** The past is there, officers and the work on their desks are not. */
        WORK,
        LOADED
    }

    /** {@code batches} of the past have been loaded. */
    record Progress(Phase phase, int batches) {}

    private final JdbcClient jdbc;

    DemoMarker(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when this database holds no demonstration. */
    Optional<Progress> progress() {
        return jdbc.sql("select phase, batches from demo.district")
                .query((row, number) -> new Progress(Phase.valueOf(row.getString("phase")), row.getInt("batches")))
                .optional();
    }

    void begin() {
        jdbc.sql("insert into demo.district (phase) values ('HISTORY')").update();
    }

    void batches(int loaded) {
        jdbc.sql("update demo.district set batches = ?").param(loaded).update();
    }

    void phase(Phase phase) {
        jdbc.sql("update demo.district set phase = ?").param(phase.name()).update();
    }
}
