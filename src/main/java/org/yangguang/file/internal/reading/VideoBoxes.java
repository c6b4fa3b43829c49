package org.yangguang.file.internal.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The boxes of which an MP4 file is made (ISO/IEC 14496-12): a length, a type of four letters, and what is in it, often further boxes. */
public final class VideoBoxes {

    private static final int MOST = 20_000;
    private static final int LONGEST_TYPES = 256;

    /** Brands that name files which every browser of the last years takes for MP4. */
    private static final Set<String> BRANDS =
            Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VP");

    private VideoBoxes() {}

    /**
     * One box.
     *
     * @param start where its length stands, in bytes from the beginning of the file
     * @param content where what is in it begins
     * @param end the first byte behind it
     */
    public record Box(String type, long start, long content, long end) {}

    /** Whether a file that begins so is made of boxes. */
    public static boolean begin(byte[] head) {
        return head.length >= 8 && "ftyp".equals(new String(head, 4, 4, StandardCharsets.ISO_8859_1));
    }

    /** @throws BadContent when it is no MP4, not whole, or has no film in it */
    public static void check(Path file) throws BadContent, IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            List<Box> boxes = in(channel, 0, channel.size());
            Box first = boxes.get(0);
            String brands = text(channel, first.content(), Math.min(first.end(), first.content() + LONGEST_TYPES));
            boolean known = false;
            for (int at = 0; at + 4 <= brands.length(); at += 4) {
                known |= BRANDS.contains(brands.substring(at, at + 4));
            }
            if (!known) {
                throw new BadContent("file.attachment.type");
            }
            if (boxes.stream().noneMatch(box -> box.type().equals("moov"))
                    || boxes.stream().noneMatch(box -> box.type().equals("mdat"))) {
                throw new BadContent("file.document.damaged");
            }
        }
    }

    /**
     * The boxes that fill a part of a file, in order.
     *
     * @throws BadContent when they do not fill it exactly, or are too many to be meant
     */
    public static List<Box> in(FileChannel file, long from, long to) throws BadContent, IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at < to) {
            if (to - at < 8 || boxes.size() == MOST) {
                throw new BadContent("file.document.damaged");
            }
            ByteBuffer head = bytes(file, at, 8);
            long length = head.getInt() & 0xffff_ffffL;
            String type = text(file, at + 4, at + 8);
            long content = at + 8;
            if (length == 1 && to - at >= 16) {
                length = bytes(file, content, 8).getLong();
                content += 8;
            } else if (length == 0) {
                length = to - at;
            }
            if (length < content - at || length > to - at) {
                throw new BadContent("file.document.damaged");
            }
            boxes.add(new Box(type, at, content, at + length));
            at += length;
        }
        return boxes;
    }

    /** Bytes as letters of ISO 8859-1. */
    public static String text(FileChannel file, long from, long to) throws IOException {
        return new String(bytes(file, from, (int) (to - from)).array(), StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
