package org.yangguang.audit.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.ChainCheck;
import org.yangguang.audit.Head;
import org.yangguang.audit.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an exported chain without database or application. */
public final class ExportReader {

    /** A file that is not an export, or no longer one. */
    public static final class Unreadable extends Exception {
        Unreadable(int line, String reason) {
            super("line " + line + ": " + reason);
        }
    }

    private static final int LONGEST_LINE = 100_000;
    private static final int ENTRY_PARTS = 9;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final BufferedReader source;
    private int line;

    private ExportReader(Reader source) {
        this.source = new BufferedReader(source, 1 << 16);
    }

    public static Verdict verify(Reader source, List<Head> expected) throws IOException, Unreadable {
        return new ExportReader(source).verify(new ChainCheck(expected));
    }

    private Verdict verify(ChainCheck check) throws IOException, Unreadable {
        JsonNode first = next();
        if (first == null || !ExportWriter.FORMAT.equals(first.path("format").asString(""))) {
            throw new Unreadable(1, "this is not an export of an audit chain");
        }
        for (JsonNode node = next(); node != null; node = next()) {
            if (node.has("end")) {
                Head end = end(node);
                if (next() != null) {
                    throw new Unreadable(line, "something follows the end of the chain");
                }
                return check.end(end);
            }
            if (!check.accept(entry(node))) {
                break;
            }
        }
        return check.end(null);
    }

    private Head end(JsonNode node) throws Unreadable {
        try {
            return Head.parse(node.path("end").asString(""));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(line, "the end of the chain cannot be read");
        }
    }

    private AuditEntry entry(JsonNode node) throws Unreadable {
        if (!node.isObject() || node.size() != ENTRY_PARTS || !node.path("seq").canConvertToLong()) {
            throw new Unreadable(line, "this is not an entry");
        }
        return new AuditEntry(
                node.path("seq").asLong(),
                at(text(node, "at")),
                text(node, "actor"),
                text(node, "action"),
                text(node, "subject"),
                node.path("before").isNull() ? null : hash(node, "before"),
                node.path("after").isNull() ? null : hash(node, "after"),
                hash(node, "previous"),
                hash(node, "hash"));
    }

    private Instant at(String text) throws Unreadable {
        try {
            Instant at = Instant.parse(text);
            if (at.equals(Canonical.precise(at))) {
                return at;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Unreadable(line, "\"at\" is not a time in microseconds");
    }

    private String hash(JsonNode node, String name) throws Unreadable {
        String hash = text(node, name);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new Unreadable(line, "\"" + name + "\" is not a hash");
        }
        return hash;
    }

    private String text(JsonNode node, String name) throws Unreadable {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new Unreadable(line, "\"" + name + "\" is missing");
        }
        return value.asString();
    }

    private @Nullable JsonNode next() throws IOException, Unreadable {
        StringBuilder text = new StringBuilder(512);
        int character = source.read();
        if (character < 0) {
            return null;
        }
        line++;
        for (; character >= 0 && character != '\n'; character = source.read()) {
            if (text.length() == LONGEST_LINE) {
                throw new Unreadable(line, "the line is too long");
            }
            text.append((char) character);
        }
        try {
            return JSON.readTree(text.toString());
        } catch (JacksonException e) {
            throw new Unreadable(line, "this is not JSON");
        }
    }
}
