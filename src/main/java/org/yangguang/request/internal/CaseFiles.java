package org.yangguang.request.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.file.FileUses;
import org.yangguang.request.CaseId;

/** The table {@code request.file_use}: files of the store that belong to a case, whether as scans, beside a step, in a reply, or in a draft of one. */
@Repository
class CaseFiles implements FileUses {

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void use(CaseId id, Collection<String> hashes) {
        if (!hashes.isEmpty()) {
            jdbc.sql("insert into request.file_use select ?, unnest(cast(? as text[])) on conflict do nothing")
                    .params(id.value(), hashes.toArray(String[]::new))
                    .update();
        }
    }

    /** Forgets which files belong to the case. @return those that did, with the file of the closed case */
    List<String> forget(CaseId id) {
        return jdbc.sql("""
                with forgotten as (delete from request.file_use where application_id = :id returning hash),
                     unlocked as (update request.archive set key = null where application_id = :id returning file)
                select hash from forgotten union select file from unlocked""").param("id", id.value()).query(String.class).list();
    }

    @Override
    public boolean include(String hash) {
        return jdbc.sql("""
                select exists (select from request.file_use where hash = :hash)
                    or exists (select from request.archive where file = :hash and key is not null)""").param("hash", hash).query(Boolean.class).single();
    }
}
