package org.yangguang.disclosure.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Rows on their way into one table by {@code COPY}, in the transaction of the caller. */
final class CopyRows {

    private final String into;
    private final StringBuilder rows = new StringBuilder();

    /** @param into table and columns: {@code disclosure.item (id, organ_id)} */
    CopyRows(String into) {
        this.into = into;
    }

    /** Dates, instants, numbers and booleans go in as PostgreSQL reads their {@code toString()}; a list becomes a {@code text[]}. */
    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                rows.append("\\N");
            } else {
                escaped(value instanceof List<?> list ? array(list) : value.toString());
            }
        }
        rows.append('\n');
    }

    void send(DataSource source) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin", new StringReader(rows.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("rows were refused by " + into + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    private static String array(List<?> values) {
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }
}
