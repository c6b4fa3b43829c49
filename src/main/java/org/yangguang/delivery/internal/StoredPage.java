package org.yangguang.delivery.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as it was made: status, headers, the bytes and the same bytes compressed, each with its strong entity tag.
 *
 * @param headers all that the answer carried, those of security too, but none of the connection or of caching
 * @param written these headers, and those that every kept page carries, as they are sent
 */
public record StoredPage(
        int status,
        String contentType,
        List<Header> headers,
        byte[] plain,
        byte[] gzip,
        String plainTag,
        String gzipTag,
        byte[] written) {

    /** Shared caches may give it for a second, browsers ask each time whether theirs is the one that stands. */
    public static final String KEEPING = "public, max-age=0, s-maxage=1, must-revalidate";

    public static final String VARY = "Accept-Encoding, Cookie";

    private static final int NOT_WORTH_IT = 600;

    public record Header(String name, String value) {}

    public static StoredPage of(int status, String contentType, List<Header> headers, byte[] body) {
        String hash = hash(body);
        byte[] gzip = body.length < NOT_WORTH_IT ? body : gzip(body);
        return new StoredPage(
                status,
                contentType,
                List.copyOf(headers),
                body,
                gzip,
                "\"" + hash + "\"",
                gzip == body ? "\"" + hash + "\"" : "\"" + hash + "-gz\"",
                written(contentType, headers));
    }

    /** Bytes of memory, about. */
    public int weight() {
        int weight = 500 + written.length + plain.length + (gzip == plain ? 0 : gzip.length);
        for (Header header : headers) {
            weight += 100 + header.name().length() + header.value().length();
        }
        return weight;
    }

    public boolean compressed() {
        return gzip != plain;
    }

    /** Whether it is a page that people look at. */
    public boolean shown() {
        return contentType.startsWith("text/html") && status == 200;
    }

    private static byte[] written(String contentType, List<Header> headers) {
        StringBuilder lines = new StringBuilder(1_000);
        for (Header header : headers) {
            line(lines, header.name(), header.value());
        }
        line(lines, "Content-Type", contentType);
        line(lines, "Cache-Control", KEEPING);
        line(lines, "Vary", VARY);
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append("\r\n");
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 100);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
