package org.yangguang.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.platform.Sm3;

/** Files in an object store that refuses what a real one refuses: wrong signatures, altered content, unknown buckets. */
class S3VaultTests {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private final Bucket bucket = new Bucket();

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", bucket::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileIsKeptOnceUnderItsHashAndComesBackWhole() throws IOException {
        byte[] content = "阳光".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        String hash = Sm3.hex(content);
        try (S3Vault vault = vault("documents", SECRET)) {
            vault.put(hash, Files.write(folder.resolve("file"), content));
            vault.put(hash, content);

            assertThat(bucket.objects)
                    .containsOnlyKeys(
                            "/documents/kept/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
            assertThat(bucket.puts).hasValue(1);
            try (InputStream back = vault.open(hash)) {
                assertThat(back.readAllBytes()).isEqualTo(content);
            }
            vault.remove(hash);
            vault.remove(hash);
            assertThat(bucket.objects).isEmpty();
        }
    }

    @Test
    void aWrongSecretAnUnknownBucketAndAMissingFileAreToldApartFromSuccess() {
        byte[] content = {1};
        try (S3Vault stranger = vault("documents", "not the secret");
                S3Vault elsewhere = vault("another", SECRET);
                S3Vault vault = vault("documents", SECRET)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> stranger.put(Sm3.hex(content), content));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> elsewhere.put(Sm3.hex(content), content));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> vault.open(Sm3.hex(content)));
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> vault.open("../../secret"));
        }
        assertThat(bucket.objects).isEmpty();
    }

    private S3Vault vault(String name, String secret) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new S3Vault(name, "kept/", "cn-east-1", endpoint, "AKIDEXAMPLE", secret);
    }

    /** One bucket, {@code documents}, behind signatures of version 4. */
    private static final class Bucket {

        private static final Pattern SIGNED = Pattern.compile(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

        private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
        private final AtomicInteger puts = new AtomicInteger();

        void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String path = exchange.getRequestURI().getPath();
                if (!authentic(exchange, body)) {
                    exchange.sendResponseHeaders(403, -1);
                } else if (!path.startsWith("/documents/")) {
                    exchange.sendResponseHeaders(404, -1);
                } else if (exchange.getRequestMethod().equals("DELETE")) {
                    objects.remove(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(204, -1);
                } else if (exchange.getRequestMethod().equals("PUT")) {
                    objects.put(path, body);
                    puts.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                } else {
                    give(exchange, objects.get(path));
                }
            }
        }

        private static void give(HttpExchange exchange, byte[] object) throws IOException {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (object == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (head) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(object.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, object.length);
                exchange.getResponseBody().write(object);
            }
        }

        private static boolean authentic(HttpExchange exchange, byte[] body) {
            Matcher signed =
                    SIGNED.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String told = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
            boolean whole = told.equals(hex(sha256(body))) || (told.equals("UNSIGNED-PAYLOAD") && body.length == 0);
            if (!signed.matches() || !whole) {
                return false;
            }
            StringBuilder canonical = new StringBuilder(exchange.getRequestMethod())
                    .append('\n')
                    .append(exchange.getRequestURI().getRawPath())
                    .append('\n')
                    .append(
                            exchange.getRequestURI().getRawQuery() == null
                                    ? ""
                                    : exchange.getRequestURI().getRawQuery())
                    .append('\n');
            for (String name : signed.group(3).split(";")) {
                canonical
                        .append(name.toLowerCase(Locale.ROOT))
                        .append(':')
                        .append(exchange.getRequestHeaders().getFirst(name).strip())
                        .append('\n');
            }
            canonical.append('\n').append(signed.group(3)).append('\n').append(told);
            String scope = signed.group(1) + "/" + signed.group(2) + "/s3/aws4_request";
            String text = "AWS4-HMAC-SHA256\n" + exchange.getRequestHeaders().getFirst("X-Amz-Date") + "\n" + scope
                    + "\n" + hex(sha256(canonical.toString().getBytes(StandardCharsets.UTF_8)));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String part : new String[] {signed.group(1), signed.group(2), "s3", "aws4_request"}) {
                key = hmac(key, part);
            }
            return hex(hmac(key, text)).equals(signed.group(4));
        }

        private static byte[] sha256(byte[] content) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] hmac(byte[] key, String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
