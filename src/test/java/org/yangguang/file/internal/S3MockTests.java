package org.yangguang.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.platform.Sm3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files in an object store that others wrote: S3Mock, which speaks the protocol in full but believes every signature. */
class S3MockTests {

    private static final String BUCKET = "documents";

    @TempDir
    static Path objects;

    @TempDir
    Path folder;

    private static S3Mock service;

    @BeforeAll
    static void start() {
        service = new S3Mock(BUCKET, objects);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatIsPutComesBackWholeWhetherItCameAsBytesOrAsAFile() throws IOException {
        byte[] small = "阳光".getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[24 << 20];
        new Random(1).nextBytes(large);
        try (S3Vault vault = vault(BUCKET, "whole/")) {
            vault.put(Sm3.hex(small), small);
            vault.put(Sm3.hex(large), Files.write(folder.resolve("large"), large));

            assertThat(read(vault, Sm3.hex(small))).isEqualTo(small);
            assertThat(read(vault, Sm3.hex(large))).isEqualTo(large);
        }
    }

    @Test
    void partOfAFileIsReadWithoutTheRest() throws IOException {
        byte[] content = new byte[8 << 20];
        new Random(2).nextBytes(content);
        try (S3Vault vault = vault(BUCKET, "part/")) {
            vault.put(Sm3.hex(content), content);

            try (InputStream file = vault.open(Sm3.hex(content))) {
                file.skipNBytes(5_000_000);
                assertThat(file.readNBytes(1_000))
                        .isEqualTo(java.util.Arrays.copyOfRange(content, 5_000_000, 5_001_000));
            }
        }
    }

    @Test
    void oneFileIsOneObjectHoweverOftenAndFromHoweverManySidesItIsPut() throws IOException {
        byte[] content = "同一份文件".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        String hash = Sm3.hex(content);
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try (S3Vault first = vault(BUCKET, "once/");
                S3Vault second = vault(BUCKET, "once/");
                S3Client looking = client()) {
            CompletableFuture.allOf(IntStream.range(0, 24)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> (i % 2 == 0 ? first : second).put(hash, content), nodes))
                            .toArray(CompletableFuture[]::new))
                    .join();

            assertThat(keys(looking, "once/"))
                    .containsExactly("once/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
            assertThat(read(second, hash)).isEqualTo(content);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void anObjectThatWasCutShortIsPutAgain() throws IOException {
        byte[] content = "完整的内容".getBytes(StandardCharsets.UTF_8);
        String hash = Sm3.hex(content);
        String key = "cut/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
        try (S3Vault vault = vault(BUCKET, "cut/");
                S3Client hand = client()) {
            hand.putObject(
                    object -> object.bucket(BUCKET).key(key),
                    software.amazon.awssdk.core.sync.RequestBody.fromString("完"));

            vault.put(hash, content);

            assertThat(read(vault, hash)).isEqualTo(content);
        }
    }

    @Test
    void whatIsMissingOrWasDeletedByOthersIsNeverTakenForAnEmptyFile() {
        byte[] content = {1, 2, 3};
        String hash = Sm3.hex(content);
        try (S3Vault vault = vault(BUCKET, "gone/");
                S3Vault elsewhere = vault("another", "gone/");
                S3Client hand = client()) {
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> vault.open(hash));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> elsewhere.put(hash, content));

            vault.put(hash, content);
            hand.deleteObject(object -> object.bucket(BUCKET)
                    .key("gone/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash));

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> vault.open(hash))
                    .withMessageContaining(BUCKET);
        }
    }

    @Test
    void aServiceThatIsNotThereIsToldAsSuch() {
        try (S3Vault vault =
                new S3Vault(BUCKET, "", "us-east-1", URI.create("http://127.0.0.1:1"), "AKIDEXAMPLE", "secret")) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> vault.put(Sm3.hex(new byte[] {1}), new byte[] {1}))
                    .withMessageContaining("did not store");
        }
    }

    private static S3Vault vault(String bucket, String prefix) {
        return new S3Vault(bucket, prefix, "us-east-1", service.endpoint(), "AKIDEXAMPLE", "any secret");
    }

    private static S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(service.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "any secret")))
                .build();
    }

    private static List<String> keys(S3Client looking, String prefix) {
        return looking.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static byte[] read(S3Vault vault, String hash) throws IOException {
        try (InputStream file = vault.open(hash)) {
            return file.readAllBytes();
        }
    }
}
