package org.yangguang.engagement;

import java.util.ArrayList;
import java.util.List;
import org.yangguang.engagement.LetterStep.Shown;
import org.yangguang.file.PersonalData;
import org.yangguang.file.PersonalData.Sighting;

/**
 * Looks through what is meant for the public: numbers and addresses of people (Article 15 of the 2019 Regulations, Article 28 of the Personal
 * Information Protection Law), and what the writer of the letter said of themselves.
 */
public final class PublicText {

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_OTHER = 6;

    private PublicText() {}

    /**
     * Something that must be masked or justified.
     *
     * @param place {@code title}, {@code question} or {@code answer}
     * @param kind name of a {@link PersonalData.Kind}, or {@code WRITER}
     * @param shown masked
     */
    public record Found(String place, String kind, String shown) {}

    public static List<Found> in(Shown shown, Writer writer) {
        List<Found> found = new ArrayList<>();
        look("title", shown.title(), writer, found);
        look("question", shown.question(), writer, found);
        look("answer", shown.answer(), writer, found);
        return List.copyOf(found);
    }

    /** The same text with stars in the place of everything that was found. */
    public static Shown masked(Shown shown, Writer writer) {
        return new Shown(
                masked(shown.title(), writer),
                masked(shown.question(), writer),
                masked(shown.answer(), writer),
                shown.keptBecause());
    }

    /** A text with stars in the place of personal data. */
    public static String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        for (Sighting each : PersonalData.in(text)) {
            if (each.kind().personal()) {
                masked.replace(each.start(), each.end(), each.masked(text));
            }
        }
        return masked.toString();
    }

    private static String masked(String text, Writer writer) {
        String masked = masked(text);
        for (String own : own(writer)) {
            masked = masked.replace(own, own.charAt(0) + "*".repeat(own.length() - 1));
        }
        return masked;
    }

    private static void look(String place, String text, Writer writer, List<Found> found) {
        for (Sighting each : PersonalData.in(text)) {
            if (each.kind().personal()) {
                found.add(new Found(place, each.kind().name(), each.masked(text)));
            }
        }
        for (String own : own(writer)) {
            if (text.contains(own)) {
                found.add(new Found(place, "WRITER", own.charAt(0) + "**"));
            }
        }
    }

    private static List<String> own(Writer writer) {
        List<String> own = new ArrayList<>();
        if (writer.name().length() >= SHORTEST_NAME) {
            own.add(writer.name());
        }
        for (String other : List.of(writer.phone(), writer.email(), writer.address())) {
            if (other.length() >= SHORTEST_OTHER) {
                own.add(other);
            }
        }
        return own;
    }
}
