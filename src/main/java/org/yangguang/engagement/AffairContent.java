package org.yangguang.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer writes about an affair; which parts are needed depends on its kind.
 *
 * @param about plain text in paragraphs
 * @param startsOn day of the meeting, the first day of a consultation or rating, the day on which a concern arose
 * @param endsOn last day of a consultation or rating
 * @param time of day of a meeting
 * @param questionsUntil last day for questions of the public before a meeting; null when none are taken
 * @param shortenedBecause why opinions are taken for fewer days than usual
 */
public record AffairContent(
        String title,
        String about,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String time,
        String place,
        @Nullable LocalDate questionsUntil,
        @Nullable ConsultationBasis basis,
        String shortenedBecause,
        List<Participant> participants) {

    /** @param principal whether it is the principal leader (主要负责同志) */
    public record Participant(String name, String post, boolean principal) {}

    public static AffairContent of(String title, String about) {
        return new AffairContent(title, about, null, null, "", "", null, null, "", List.of());
    }

    public AffairContent lasting(LocalDate from, LocalDate until, @Nullable ConsultationBasis why) {
        return new AffairContent(
                title, about, from, until, time, place, questionsUntil, why, shortenedBecause, participants);
    }

    public AffairContent held(
            LocalDate on, String at, String where, @Nullable LocalDate questions, List<Participant> who) {
        return new AffairContent(title, about, on, null, at, where, questions, null, "", who);
    }

    public AffairContent shortened(String because) {
        return new AffairContent(
                title, about, startsOn, endsOn, time, place, questionsUntil, basis, because, participants);
    }
}
