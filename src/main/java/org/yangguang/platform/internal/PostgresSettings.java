package org.yangguang.platform.internal;

import java.util.ArrayList;
import java.util.List;

/** How the embedded server is set: for one program on a small machine, safe against a power cut unless told otherwise. */
final class PostgresSettings {

    private PostgresSettings() {}

    static List<String> of(boolean durable) {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=128MB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "wal_level=replica",
                "max_wal_size=1GB",
                "wal_compression=on",
                "checkpoint_timeout=15min",
                "random_page_cost=1.1",
                "jit=off",
                "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai",
                "log_statement=none",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings;
    }
}
