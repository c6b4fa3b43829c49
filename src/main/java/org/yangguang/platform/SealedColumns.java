package org.yangguang.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module tells by a bean of this type which of its columns hold sealed text, so that they can be sealed anew with a new key. */
public interface SealedColumns {

    List<Column> columns();

    /**
     * One column of type {@code bytea}. The {@link SealedText.Place} of its values is {@code table.column} with the key of the row.
     *
     * @param table with its schema: {@code request.applicant}
     * @param key column of the table's primary key
     * @param column column with the envelopes, null allowed in it
     * @param index column with the {@link BlindIndex} of the same text, or null when it has none
     */
    record Column(
            String table,
            String key,
            String column,
            @Nullable String index) {

        /** The name under which values of this column are sealed. */
        public String name() {
            return table + "." + column;
        }
    }
}
