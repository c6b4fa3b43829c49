package org.yangguang.request.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.ClockDay;
import org.yangguang.request.Letters;
import org.yangguang.request.Reckoning;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.Tracking;
import org.yangguang.request.Wanted;

/**
 * A case as the applicant sees it: nothing of the work inside the office, no name of who was asked.
 *
 * @param code the query code, which the page carries along because nothing else remembers it
 * @param explained how the last day comes about, sentence by sentence
 * @param reply the reply that was served; null before
 * @param papers files of the reply
 * @param atOffice names of those that the office gives by other ways, because nothing proves that a copy shows only what is meant
 */
public record TrackView(
        Case known,
        String code,
        Wanted wanted,
        Reckoning reckoning,
        List<ClockDay> days,
        List<String> explained,
        List<Line> history,
        List<Action> offered,
        @Nullable String asked,
        @Nullable LocalDate answerUntil,
        @Nullable ReplyContent reply,
        List<Paper> papers,
        List<String> atOffice,
        List<Letters.Slot> letters,
        List<Tracking.Taken> taken,
        Tracking.@Nullable Rating rating) {

    /** One thing that happened. @param words what the office told the applicant; empty otherwise */
    public record Line(LocalDate on, String text, String words) {}

    /** A file that can be taken. */
    public record Paper(String hash, String name, long size) {}

    public boolean may(Action action) {
        return offered.contains(action);
    }
}
