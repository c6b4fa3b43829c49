package org.yangguang.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import org.yangguang.platform.PlatformProperties;

/**
 * Files as parts of a page: the pages of a PDF as pictures, office files as HTML. Made once in a process of its own and kept in the data
 * directory's folder {@code previews}, which can be thrown away at any time. Who may look is not decided here.
 */
@Service
public class Previews {

    /** Later pages are to be had by downloading. */
    public static final int MOST_PAGES = 20;

    private final FileStore store;
    private final FileReading reading;
    private final Path folder;

    Previews(FileStore store, FileReading reading, PlatformProperties platform) {
        this.store = store;
        this.reading = reading;
        this.folder = platform.dataDir().resolve("previews");
    }

    /** How many pages a PDF has; none when it cannot be shown. */
    public int pages(StoredFile pdf) {
        byte[] number = kept(pdf, "pages", () -> store.with(pdf, reading::pages)
                .map(pages -> Integer.toString(pages).getBytes(StandardCharsets.US_ASCII)));
        return number.length == 0 ? 0 : Integer.parseInt(new String(number, StandardCharsets.US_ASCII));
    }

    /** One of the first pages of a PDF, from 1, as a PNG. */
    public Optional<byte[]> page(StoredFile pdf, int number) {
        if (number < 1 || number > Math.min(MOST_PAGES, pages(pdf))) {
            return Optional.empty();
        }
        byte[] page = kept(pdf, number + ".png", () -> store.with(pdf, content -> reading.page(content, number)));
        return page.length == 0 ? Optional.empty() : Optional.of(page);
    }

    /** A document or spreadsheet as safe HTML; empty when this kind, or this file, cannot be shown. */
    public Optional<String> html(StoredFile file) {
        FileKind kind = FileKind.of(file).orElse(FileKind.TEXT);
        if (kind != FileKind.WORD && kind != FileKind.SHEET) {
            return Optional.empty();
        }
        byte[] html = kept(file, "html", () -> store.with(file, content -> reading.html(kind, content))
                .map(made -> made.getBytes(StandardCharsets.UTF_8)));
        return html.length == 0 ? Optional.empty() : Optional.of(new String(html, StandardCharsets.UTF_8));
    }

    /** Forgets what was made of the file with this hash. */
    void remove(String hash) {
        try {
            FileSystemUtils.deleteRecursively(
                    folder.resolve(hash.substring(0, 2)).resolve(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What could not be made is kept as nothing, so that nobody can have it tried again and again. */
    private byte[] kept(StoredFile file, String name, Supplier<Optional<byte[]>> making) {
        Path place = folder.resolve(file.hash().substring(0, 2)).resolve(file.hash());
        Path kept = place.resolve(name);
        try {
            if (Files.exists(kept)) {
                return Files.readAllBytes(kept);
            }
            byte[] made = making.get().orElse(new byte[0]);
            Files.createDirectories(place);
            Path arriving = place.resolve(name + "-" + UUID.randomUUID());
            Files.write(arriving, made);
            Files.move(arriving, kept, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
