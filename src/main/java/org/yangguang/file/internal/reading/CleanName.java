package org.yangguang.file.internal.reading;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file as its uploader gave it, made fit to be shown and to be saved under by anybody; never a path. */
public final class CleanName {

    private static final int LONGEST = 120;
    private static final int MOST_BYTES = 240;
    private static final int LONGEST_ENDING = 10;
    /** Controls, marks that turn the direction of text (so that exe.txt is read as txt.exe), halves of characters, private ones. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Co}\\p{Cn}\\p{Cs}\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private CleanName() {}

    /** The last part of whatever path it is, without signs that a file system reserves; never empty. */
    public static String of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = line(UNSEEN.matcher(name).replaceAll(""))
                .replaceAll("[<>:\"|?*%]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        String ending = ending(name);
        String stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
        stem = shortened(stem, LONGEST, MOST_BYTES - ending.length() - 1);
        if (stem.isEmpty()) {
            stem = "file";
        }
        return ending.isEmpty() ? stem : stem + "." + ending;
    }

    /** What stands behind the last dot, in small letters; empty when nothing does. */
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.length() <= LONGEST_ENDING && ending.matches("[a-z0-9]+") ? ending : "";
    }

    /** One line with single blanks. */
    static String line(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
    }

    private static String shortened(String text, int characters, int bytes) {
        int end = text.length();
        if (text.codePointCount(0, end) > characters) {
            end = text.offsetByCodePoints(0, characters);
        }
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip();
    }
}
