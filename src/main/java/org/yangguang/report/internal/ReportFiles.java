package org.yangguang.report.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.file.FileUses;

/** Files of frozen reports. */
@Repository
class ReportFiles implements FileUses {

    private final JdbcClient jdbc;

    ReportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean include(String hash) {
        return jdbc.sql("select exists (select from report.issue_file where hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }
}
