package org.yangguang.disclosure.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.file.FileUses;

/** Files that belong to editions: pictures, attachments with their copies, documents whose text was taken, redacted copies. */
@Repository
class EditionFiles implements FileUses {

    private final JdbcClient jdbc;

    EditionFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean include(String hash) {
        return jdbc.sql("""
                select exists (select from disclosure.edition_file where file_hash = :hash)
                    or exists (select from disclosure.attachment where original_hash = :hash or public_hash = :hash)
                    or exists (select from disclosure.edition_source where file_hash = :hash)
                    or exists (select from disclosure.redaction where original_hash = :hash or copy_hash = :hash)""").param("hash", hash).query(Boolean.class).single();
    }
}
