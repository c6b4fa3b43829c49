package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yangguang.file.Carried.What;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.VideoBoxes;
import org.yangguang.file.internal.reading.VideoBoxes.Box;

/**
 * Copies an MP4 file without what cameras and programs write beside the film: place, device, author, times. Every box that a player does
 * not need becomes a free one of the same length, filled with zeros, so that all addresses in the file stay right. A file with a track
 * that is neither picture, sound nor words (cameras record places and movements in such) is refused: its data lie among those of the film.
 */
final class VideoCopy {

    private static final int CHUNK = 1 << 16;
    private static final int LOOKED_AT = 1 << 20;

    /** What players need, by the box that it lies in; empty for the file itself. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "",
            Set.of("ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "ssix", "pdin"),
            "moov",
            Set.of("mvhd", "iods", "trak", "mvex"),
            "trak",
            Set.of("tkhd", "edts", "tref", "mdia"),
            "mdia",
            Set.of("mdhd", "hdlr", "elng", "minf"));

    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");
    private static final Set<String> TRACKS = Set.of("vide", "soun", "text", "sbtl", "subt", "clcp");
    private static final Pattern PLACE = Pattern.compile("©xyz|loci|location\\.ISO6709|©gps");

    private VideoCopy() {}

    static void write(Path original, Path target, Findings found) throws IOException, BadContent {
        Files.copy(original, target, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel film = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            clean(film, "", 0, film.size(), found);
        }
    }

    private static void clean(FileChannel film, String outer, long from, long to, Findings found)
            throws IOException, BadContent {
        Set<String> needed = NEEDED.getOrDefault(outer, Set.of());
        for (Box box : VideoBoxes.in(film, from, to)) {
            if (!needed.contains(box.type())) {
                free(film, box, found);
            } else if (NEEDED.containsKey(box.type())) {
                clean(film, box.type(), box.content(), box.end(), found);
            } else if (DATED.contains(box.type())) {
                undate(film, box);
            } else if (box.type().equals("hdlr")) {
                String track = VideoBoxes.text(film, box.content() + 8, Math.min(box.end(), box.content() + 12));
                if (!TRACKS.contains(track)) {
                    throw new BadContent("file.copy.track");
                }
            }
        }
    }

    private static void free(FileChannel film, Box box, Findings found) throws IOException {
        String inside = VideoBoxes.text(film, box.content(), Math.min(box.end(), box.content() + LOOKED_AT));
        if (PLACE.matcher(inside).find()) {
            found.add(What.PHOTO_LOCATION);
        }
        if (!inside.chars().allMatch(each -> each == 0)) {
            found.add(What.PROPERTIES);
        }
        write(film, box.start() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)));
        zero(film, box.content(), box.end());
    }

    /** Times of making and of change stand behind version and flags: four bytes each, or eight in version 1. */
    private static void undate(FileChannel film, Box box) throws IOException {
        int version = VideoBoxes.text(film, box.content(), box.content() + 1).charAt(0);
        long from = box.content() + 4;
        zero(film, from, Math.min(box.end(), from + (version == 1 ? 16 : 8)));
    }

    private static void zero(FileChannel film, long from, long to) throws IOException {
        for (long at = from; at < to; at += CHUNK) {
            write(film, at, ByteBuffer.allocate((int) Math.min(CHUNK, to - at)));
        }
    }

    private static void write(FileChannel film, long at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            film.write(bytes, at + bytes.position());
        }
    }
}
