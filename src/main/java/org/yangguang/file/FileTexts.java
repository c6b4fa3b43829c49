package org.yangguang.file;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The words of files, each file read once. Who may search them is not decided here. */
@Service
public class FileTexts {

    private final JdbcClient jdbc;
    private final FileStore store;
    private final FileReading reading;
    private final Clock clock;

    FileTexts(JdbcClient jdbc, FileStore store, FileReading reading, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.reading = reading;
        this.clock = clock;
    }

    /** Reads a file in a process of its own, unless it has been read; one without words, or that cannot be read, has none. */
    public void read(StoredFile file) {
        boolean known = jdbc.sql("select exists (select 1 from file.text where hash = ?)")
                .param(file.hash())
                .query(Boolean.class)
                .single();
        if (known) {
            return;
        }
        String text = FileKind.of(file)
                .filter(kind -> !kind.image() && kind != FileKind.VIDEO)
                .flatMap(kind -> store.with(file, content -> reading.text(kind, content)))
                .orElse("");
        jdbc.sql("insert into file.text (hash, text, read_at) values (?, ?, ?) on conflict (hash) do nothing")
                .params(file.hash(), text.replace("\0", ""), Timestamp.from(clock.instant()))
                .update();
    }

    /** What has been read of these files, by hash. */
    public Map<String, String> known(Collection<StoredFile> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        jdbc.sql("select hash, text from file.text where hash = any (?)")
                .param(files.stream().map(StoredFile::hash).toArray(String[]::new))
                .query(row -> {
                    texts.put(row.getString("hash"), row.getString("text"));
                });
        return texts;
    }
}
