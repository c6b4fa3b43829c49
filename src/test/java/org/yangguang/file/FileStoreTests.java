package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.yangguang.file.internal.Folder;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.platform.Sm3;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class FileStoreTests {

    private static final String NO_FILE = ".*\\.(password_hash|code_hash|token_hash|content_hash|body_hash|row_hash)"
            + "|disclosure\\.copy_.*|.*\\.file_name|.*_type|statistics\\.opening\\.file_hash|request\\.letter\\.hash";

    @Autowired
    FileStore files;

    @Autowired
    UnwantedFiles unwanted;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformProperties platform;

    @Test
    void whatIsKeptAndTakenAwayAtTheSameMomentIsThereAfterwards() throws Exception {
        byte[] image = image(0x424242);
        String hash = Sm3.hex(image);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 40; round++) {
                files.storeImage(new ByteArrayInputStream(image));
                jdbc.sql("update file.file set kept_at = kept_at - interval '2 days' where hash = ?")
                        .param(hash)
                        .update();
                unwanted.letGo(List.of(hash));
                List<Future<Object>> both = two.invokeAll(
                        List.of(() -> files.storeImage(new ByteArrayInputStream(image)), () -> unwanted.takeAway()));
                for (Future<Object> each : both) {
                    each.get();
                }
                try (InputStream content = files.open(files.find(hash).orElseThrow())) {
                    assertThat(content.readAllBytes()).isEqualTo(image);
                }
            }
        } finally {
            two.shutdown();
        }
    }

    /** Whoever adds a column with hashes of files says in {@link FileUses} that they are needed, or here that they are not of the store. */
    @Test
    void everyColumnThatNamesFilesIsAskedBeforeOneIsTakenAway() {
        List<String> columns = jdbc.sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns c
                 where table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit', 'file')
                   and data_type in ('text', 'character varying', 'ARRAY') and column_name ~ '(file|hash|original|copy)'
                   and exists (select from information_schema.tables t where t.table_schema = c.table_schema
                                  and t.table_name = c.table_name and t.table_type = 'BASE TABLE')""").query(String.class).list();

        assertThat(columns)
                .filteredOn(column -> !column.matches(NO_FILE))
                .containsExactlyInAnyOrder(
                        "disclosure.attachment.original_hash",
                        "disclosure.attachment.public_hash",
                        "disclosure.edition_file.file_hash",
                        "disclosure.edition_source.file_hash",
                        "disclosure.redaction.original_hash",
                        "disclosure.redaction.copy_hash",
                        "report.issue_file.hash",
                        "request.archive.file",
                        "request.application.files",
                        "request.file_use.hash",
                        "request.reply_copy.copy_hash",
                        "request.reply_copy.original_hash");
    }

    @Test
    void anImageIsKeptOnceUnderItsHash() throws IOException {
        byte[] image = image(0x123456);

        StoredFile stored = files.storeImage(new ByteArrayInputStream(image));
        StoredFile again = files.storeImage(new ByteArrayInputStream(image));

        assertThat(stored).isEqualTo(again).isEqualTo(new StoredFile(Sm3.hex(image), "image/png", image.length));
        assertThat(files.find(stored.hash())).contains(stored);
        try (InputStream content = files.open(stored)) {
            assertThat(content.readAllBytes()).isEqualTo(image);
        }
        assertThat(platform.dataDir().resolve("files/arriving")).isEmptyDirectory();
    }

    @Test
    void whatIsNoHashIsNotFound() {
        assertThat(files.find("../../etc/passwd")).isEmpty();
        assertThat(files.find("")).isEmpty();
        assertThat(files.find("0".repeat(64))).isEmpty();
    }

    @Test
    void manyAtOnceStoreTheSameImage() throws Exception {
        byte[] image = image(0xabcdef);
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<StoredFile>> uploads = IntStream.range(0, 32)
                    .<Callable<StoredFile>>mapToObj(i -> () -> files.storeImage(new ByteArrayInputStream(image)))
                    .toList();
            for (Future<StoredFile> upload : workers.invokeAll(uploads)) {
                assertThat(upload.get().hash()).isEqualTo(Sm3.hex(image));
            }
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void whatMayNotBeStoredIsRefusedWithItsReason() throws IOException {
        assertRefused("file.refused.empty", new byte[0]);
        assertRefused("file.refused.type", "<svg/>".getBytes());
        byte[] image = image(7);
        image[image.length / 2] ^= 1;
        assertRefused("file.refused.damaged", image);
        assertRefused("file.refused.size", new byte[10 * 1024 * 1024 + 1]);
    }

    @Test
    void anImageOfManyMegapixelsIsRefused(@TempDir Path directory) throws IOException {
        FileStore small = new FileStore(
                new Folder(directory), new FileProperties(DataSize.ofMegabytes(1), 100), jdbc, Clock.systemUTC());
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> small.storeImage(new ByteArrayInputStream(image(8))))
                .returns("file.refused.dimensions", RefusedFile::reason);
    }

    @Test
    void onAFullDiskTheUploadIsRefusedAndNothingIsLeftBehind(@TempDir Path directory) throws IOException {
        Folder full = new Folder(directory) {
            @Override
            protected void write(Path file, byte[] content) throws IOException {
                Files.write(file, new byte[] {1, 2, 3});
                throw new IOException("No space left on device");
            }
        };
        FileStore store =
                new FileStore(full, new FileProperties(DataSize.ofMegabytes(1), 1_000_000), jdbc, Clock.systemUTC());
        byte[] image = image(9);

        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> store.storeImage(new ByteArrayInputStream(image)))
                .returns("file.refused.full", RefusedFile::reason);

        assertThat(store.find(Sm3.hex(image))).isEmpty();
        try (Stream<Path> left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anUploadThatBreaksOffIsNotStored() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> files.storeImage(broken));
    }

    private void assertRefused(String reason, byte[] content) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> files.storeImage(new ByteArrayInputStream(content)))
                .returns(reason, RefusedFile::reason);
    }

    private static byte[] image(int colour) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
