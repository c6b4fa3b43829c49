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

    @Autowired
    FileStore files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformProperties platform;

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
