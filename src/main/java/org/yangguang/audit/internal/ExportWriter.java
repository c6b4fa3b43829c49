package org.yangguang.audit.internal;

import java.io.IOException;
import java.io.Writer;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.Head;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a chain as lines of JSON: what it is, every entry, where it ends. */
public final class ExportWriter implements AutoCloseable {

    static final String FORMAT = "yangguang-audit-1";

    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Writer target;
    private final JsonGenerator json;

    /** Leaves {@code target} open at the end. */
    public ExportWriter(Writer target) {
        this.target = target;
        json = JSON.createGenerator(target);
        json.writeStartObject().writeStringProperty("format", FORMAT).writeStringProperty("hash", "SM3");
        endLine();
    }

    /** @return true, there may be more */
    public boolean entry(AuditEntry entry) {
        json.writeStartObject()
                .writeNumberProperty("seq", entry.seq())
                .writeStringProperty("at", entry.at().toString())
                .writeStringProperty("actor", entry.actor())
                .writeStringProperty("action", entry.action())
                .writeStringProperty("subject", entry.subject())
                .writeStringProperty("before", entry.before())
                .writeStringProperty("after", entry.after())
                .writeStringProperty("previous", entry.previous())
                .writeStringProperty("hash", entry.hash());
        endLine();
        return true;
    }

    public void end(Head head) {
        json.writeStartObject().writeStringProperty("end", head.toString());
        endLine();
    }

    private void endLine() {
        json.writeEndObject().writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
        target.flush();
    }
}
