package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.stereotype.Component;
import org.yangguang.platform.PlatformProperties;

/** Deliveries that were uploaded, below {@code imports/} of the data directory, archives unpacked. */
@Component
public class ImportFiles {

    private static final int MOST_FILES = 50_000;
    private static final long MOST_BYTES = 4_000_000_000L;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Path root;

    ImportFiles(PlatformProperties platform) {
        root = platform.dataDir().toAbsolutePath().resolve("imports");
    }

    /**
     * Keeps an upload.
     *
     * @param name as the officer's computer calls it; only its ending counts here
     * @return the sheet, or the folder that was in the archive
     * @throws UnreadableSource when it is neither, or an archive that is not to be trusted
     */
    public Path keep(String name, InputStream content) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            Path place = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
            if (lower.endsWith(".zip")) {
                Path archive = place.resolve("archive.zip");
                Files.copy(content, archive);
                Path folder = Files.createDirectory(place.resolve("folder"));
                unpack(archive, folder);
                return folder;
            }
            Path sheet = place.resolve(lower.endsWith(".xlsx") ? "sheet.xlsx" : "sheet.csv");
            Files.copy(content, sheet, StandardCopyOption.REPLACE_EXISTING);
            return sheet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unpack(Path archive, Path folder) {
        try (ZipFile zip = open(archive)) {
            long left = MOST_BYTES;
            int files = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                if (++files > MOST_FILES) {
                    throw new UnreadableSource("intake.unreadable.archiveMany", MOST_FILES);
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = new BoundedStream(zip.getInputStream(entry), entry.getCompressedSize())) {
                    left -= Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
                if (left < 0) {
                    throw new UnreadableSource("intake.unreadable.bomb");
                }
            }
        } catch (ZipException e) {
            throw new UnreadableSource("intake.unreadable.archive");
        } catch (IOException e) {
            throw new UnreadableSource("intake.unreadable.archive");
        }
    }

    /** Old archives name their files in GBK. */
    private static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException otherNames) {
            return new ZipFile(archive.toFile(), GB18030);
        }
    }

    private static Path inside(Path folder, String name) {
        try {
            Path target = folder.resolve(name.replace('\\', '/')).normalize();
            if (!name.startsWith("/") && target.startsWith(folder) && name.length() < 1_000) {
                return target;
            }
        } catch (InvalidPathException none) {
            // told below
        }
        throw new UnreadableSource("intake.unreadable.archivePath", name.substring(0, Math.min(100, name.length())));
    }
}
