package org.yangguang.file.internal.copying;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.yangguang.file.Carried.What;
import org.yangguang.file.internal.reading.BadContent;

/**
 * Images without what cameras and programs write beside the picture. The picture's own bytes stay as they are; of a photo's data only
 * the way it is turned stays, because it would be shown lying on its side without.
 */
final class ImageCopy {

    private static final Set<String> PNG_FACE = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL",
            "fcTL", "fdAT");

    private ImageCopy() {}

    static byte[] jpeg(byte[] image, Findings found) throws BadContent {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(image.length);
        try {
            copy.write(image, 0, 2);
            int at = 2;
            while (true) {
                if ((image[at] & 0xff) != 0xff) {
                    throw new BadContent("file.refused.damaged");
                }
                int marker = image[at + 1] & 0xff;
                if (marker == 0xff) {
                    at++;
                } else if (marker == 0xd9) {
                    copy.write(image, at, 2);
                    if (at + 2 < image.length) {
                        found.add(What.ATTACHMENTS);
                    }
                    return copy.toByteArray();
                } else {
                    int length = 2 + (((image[at + 2] & 0xff) << 8) | (image[at + 3] & 0xff));
                    segment(image, at, length, marker, copy, found);
                    at += length;
                    if (marker == 0xda) {
                        int from = at;
                        while (image[at] != (byte) 0xff
                                || image[at + 1] == 0
                                || ((image[at + 1] & 0xff) >= 0xd0 && (image[at + 1] & 0xff) <= 0xd7)) {
                            at++;
                        }
                        copy.write(image, from, at - from);
                    }
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BadContent("file.refused.damaged");
        }
    }

    private static void segment(
            byte[] image, int at, int length, int marker, ByteArrayOutputStream copy, Findings found) {
        boolean application = marker >= 0xe0 && marker <= 0xef;
        if (!application && marker != 0xfe) {
            copy.write(image, at, length);
            return;
        }
        String name = new String(image, at + 4, Math.min(12, length - 4), StandardCharsets.ISO_8859_1);
        if ((marker == 0xe0 && name.startsWith("JFIF\0"))
                || (marker == 0xe2 && name.startsWith("ICC_PROFILE"))
                || marker == 0xee) {
            copy.write(image, at, length);
        } else if (marker == 0xe1 && name.startsWith("Exif\0\0")) {
            exif(ByteBuffer.wrap(image, at + 10, length - 10).slice(), copy, found);
        } else {
            found.add(marker == 0xe1 && name.startsWith("http") ? What.XMP : What.PHOTO_DATA);
        }
    }

    private static void exif(ByteBuffer tiff, ByteArrayOutputStream copy, Findings found) {
        found.add(What.PHOTO_DATA);
        short orientation = 1;
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * 12;
                int tag = tiff.getShort(entry) & 0xffff;
                if (tag == 0x0112) {
                    orientation = tiff.getShort(entry + 8);
                } else if (tag == 0x8825) {
                    found.add(What.PHOTO_LOCATION);
                } else if (tag == 0x013b || tag == 0x8298) {
                    found.add(What.AUTHOR);
                }
            }
        } catch (IndexOutOfBoundsException damaged) {
            // nothing of it is kept anyway
        }
        if (orientation > 1 && orientation <= 8) {
            ByteBuffer kept = ByteBuffer.allocate(36);
            kept.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
            kept.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
            kept.putShort((short) 0x0112)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort(orientation)
                    .putShort((short) 0);
            kept.putInt(0);
            copy.write(kept.array(), 0, 36);
        }
    }

    static byte[] png(byte[] image, Findings found) throws BadContent {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(image.length);
        copy.write(image, 0, 8);
        ByteBuffer chunks = ByteBuffer.wrap(image);
        try {
            for (int at = 8; at < image.length; ) {
                int length = chunks.getInt(at) + 12;
                String type = new String(image, at + 4, 4, StandardCharsets.ISO_8859_1);
                if (length < 12 || at + length > image.length) {
                    throw new BadContent("file.refused.damaged");
                }
                if (PNG_FACE.contains(type)) {
                    copy.write(image, at, length);
                } else {
                    found.add(type.equals("eXIf") || !type.endsWith("t") ? What.PHOTO_DATA : What.PROPERTIES);
                }
                at += length;
                if (type.equals("IEND")) {
                    return copy.toByteArray();
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BadContent("file.refused.damaged");
        }
        throw new BadContent("file.refused.damaged");
    }

    static byte[] webp(byte[] image, Findings found) throws BadContent {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(image.length);
        copy.write(image, 0, 12);
        ByteBuffer chunks = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (int at = 12; at + 8 <= image.length; ) {
                String type = new String(image, at, 4, StandardCharsets.ISO_8859_1);
                int length = 8 + chunks.getInt(at + 4);
                int padded = Math.min(length + (length & 1), image.length - at);
                if (length < 8 || at + length > image.length) {
                    throw new BadContent("file.refused.damaged");
                }
                if (type.equals("EXIF") || type.equals("XMP ")) {
                    found.add(type.equals("EXIF") ? What.PHOTO_DATA : What.XMP);
                } else if (type.equals("VP8X")) {
                    byte[] head = java.util.Arrays.copyOfRange(image, at, at + padded);
                    head[8] &= (byte) ~0x0c;
                    copy.write(head, 0, head.length);
                } else if (Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP")
                        .contains(type)) {
                    copy.write(image, at, padded);
                }
                at += padded;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BadContent("file.refused.damaged");
        }
        byte[] bytes = copy.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        return bytes;
    }

    /** Comments and programs' own blocks go, how often it repeats stays. */
    static byte[] gif(byte[] image, Findings found) throws BadContent {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(image.length);
        try {
            int at = 13 + ((image[10] & 0x80) != 0 ? 3 << ((image[10] & 7) + 1) : 0);
            copy.write(image, 0, at);
            while (image[at] != 0x3b) {
                int from = at;
                boolean keep = true;
                if (image[at] == 0x2c) {
                    at += 10 + ((image[at + 9] & 0x80) != 0 ? 3 << ((image[at + 9] & 7) + 1) : 0) + 1;
                } else if (image[at] == 0x21) {
                    int label = image[at + 1] & 0xff;
                    keep = label == 0xf9
                            || (label == 0xff
                                    && new String(image, at + 3, 8, StandardCharsets.ISO_8859_1).equals("NETSCAPE"));
                    at += 2;
                } else {
                    throw new BadContent("file.refused.damaged");
                }
                while (image[at] != 0) {
                    at += 1 + (image[at] & 0xff);
                }
                at++;
                if (keep) {
                    copy.write(image, from, at - from);
                } else {
                    found.add(What.PROPERTIES);
                }
            }
            copy.write(0x3b);
            return copy.toByteArray();
        } catch (IndexOutOfBoundsException e) {
            throw new BadContent("file.refused.damaged");
        }
    }
}
