package org.yangguang.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Small MP4 files, box by box, as cameras write them. */
public final class Films {

    public static final String PLACE = "+34.2610+117.1800/";

    private Films() {}

    /** With picture and sound, and beside them place, device and times. */
    public static byte[] byCamera() {
        byte[] place = box("©xyz", bytes(0, PLACE.length(), 0x15, 0xc7), text(PLACE));
        byte[] device = box("©mod", text("Camera of Somebody"));
        return film(track("vide"), track("soun"), box("udta", place, device));
    }

    /** With a track of what the camera measured. */
    public static byte[] withMeasurements() {
        return film(track("vide"), track("meta"));
    }

    public static byte[] box(String type, byte[]... content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = 8 + Stream.of(content).mapToInt(each -> each.length).sum();
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        bytes.writeBytes(text(type));
        Arrays.asList(content).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] film(byte[]... parts) {
        byte[] header = box("mvhd", times(), new byte[88]);
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.writeBytes(header);
        Arrays.asList(parts).forEach(movie::writeBytes);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(box("ftyp", text("isom"), new byte[4], text("isommp42")));
        file.writeBytes(box("free", text("Lavf by Somebody")));
        file.writeBytes(box("mdat", text("the film itself")));
        file.writeBytes(box("moov", movie.toByteArray()));
        return file.toByteArray();
    }

    private static byte[] track(String handler) {
        byte[] named = box("hdlr", new byte[8], text(handler), new byte[13]);
        return box(
                "trak",
                box("tkhd", times(), new byte[72]),
                box("mdia", box("mdhd", times(), new byte[12]), named, box("minf")));
    }

    /** Version and flags, made, changed. */
    private static byte[] times() {
        return ByteBuffer.allocate(12)
                .putInt(0)
                .putInt(0x7c25b080)
                .putInt(0x7c25b081)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }
}
