package org.yangguang.file.internal.reading;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An office file as a container of parts (OOXML, ODF, OFD), walked once within limits before anything else reads it: nothing before or
 * behind the container, no two parts of one name, no names that lead elsewhere, no part that swells, no XML with a document type.
 */
public final class OfficePackage implements Closeable {

    /** @param inflated most bytes of all parts together; @param elements most XML elements of all parts together */
    public record Limits(long inflated, int entries, long xmlPart, int elements) {}

    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final long NEVER_A_BOMB = 20L << 20;
    private static final int MOST_SWELLING = 200;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private OfficePackage(ZipFile zip, List<ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Walks the container. Closing the package closes {@code channel}.
     *
     * @throws BadContent when it is not whole or not wholly a container, is encrypted, or is above the limits
     */
    public static OfficePackage open(SeekableByteChannel channel, Limits limits) throws BadContent, IOException {
        nothingAround(channel);
        ZipFile zip;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(channel).get();
        } catch (IOException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
        OfficePackage opened = new OfficePackage(zip, java.util.Collections.list(zip.getEntries()));
        try {
            opened.names(limits);
            opened.parts(channel.size(), limits);
            return opened;
        } catch (BadContent | IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** A file that is a container by its end can be something else by its beginning, and the other way round. */
    private static void nothingAround(SeekableByteChannel channel) throws IOException, BadContent {
        long size = channel.size();
        if (size < END_RECORD) {
            throw new BadContent("file.document.damaged");
        }
        ByteBuffer first = read(channel, 0, 4);
        if (first.getInt(0) != 0x04034b50) {
            throw new BadContent("file.document.mixed");
        }
        int tail = (int) Math.min(size, END_RECORD + 0xffff);
        ByteBuffer end = read(channel, size - tail, tail);
        for (int at = tail - END_RECORD; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE) {
                int comment = end.getShort(at + 20) & 0xffff;
                if (at + END_RECORD + comment != tail || comment > 0) {
                    throw new BadContent("file.document.mixed");
                }
                return;
            }
        }
        throw new BadContent("file.document.damaged");
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full
        }
        channel.position(0);
        return bytes.flip();
    }

    private void names(Limits limits) throws BadContent {
        if (entries.isEmpty()) {
            throw new BadContent("file.document.damaged");
        }
        if (entries.size() > limits.entries()) {
            throw new BadContent("file.document.bomb");
        }
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            boolean elsewhere = name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || List.of(name.split("/")).contains("..");
            if (elsewhere || !seen.add(name.toLowerCase(Locale.ROOT)) || entry.isUnixSymlink()) {
                throw new BadContent("file.document.names");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new BadContent("file.document.encrypted");
            }
        }
    }

    private void parts(long compressed, Limits limits) throws BadContent, IOException {
        long most = Math.min(limits.inflated(), Math.max(NEVER_A_BOMB, compressed * MOST_SWELLING));
        Budget budget = new Budget(most);
        int elements = 0;
        for (ZipArchiveEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            boolean xml = xml(entry.getName());
            Budget own = new Budget(xml ? limits.xmlPart() : most);
            try (InputStream part = own.of(budget.of(zip.getInputStream(entry)))) {
                if (xml) {
                    elements += XmlPart.walk(part, limits.elements() - elements);
                } else {
                    part.skip(Long.MAX_VALUE);
                }
            } catch (BadContent | IOException | RuntimeException e) {
                if (budget.spent() || own.spent()) {
                    throw new BadContent("file.document.bomb");
                }
                throw e instanceof BadContent bad ? bad : new BadContent("file.document.damaged");
            }
        }
    }

    /** Drawings of the older sort (.vml) are no XML: office programs write elements into them that nothing closes. */
    static boolean xml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Names of the parts, in the order of the directory. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        entries.forEach(entry -> names.add(entry.getName()));
        return names;
    }

    /** Whether a part lies below one of these folders or has one of these names; letters' case does not count. */
    public boolean has(String... starts) {
        return entries.stream().anyMatch(entry -> {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            return List.of(starts).stream().anyMatch(name::startsWith);
        });
    }

    /** The bytes of a part; empty when there is none. */
    public Optional<byte[]> part(String name) throws IOException {
        @Nullable ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream part = zip.getInputStream(entry)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.transferTo(bytes);
            return Optional.of(bytes.toByteArray());
        }
    }

    /** A part that {@link #names()} gave, to be read once. */
    public InputStream stream(String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
