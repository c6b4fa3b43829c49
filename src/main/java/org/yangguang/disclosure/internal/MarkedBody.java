package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.Word;
import org.yangguang.file.PersonalData;

/** A body with its findings marked in place. */
public final class MarkedBody {

    private record Mark(int start, int end, String fingerprint) {}

    private MarkedBody() {}

    public static String of(String bodyHtml, List<Finding> findings) {
        FlatHtml body = new FlatHtml(bodyHtml);
        String text = body.text().toString();
        List<Mark> marks = new ArrayList<>();
        PersonalData.in(text)
                .forEach(each -> marks.add(new Mark(
                        each.start(),
                        each.end(),
                        Inspection.fingerprint(each.kind().name(), each.value(text)))));
        for (Finding finding : findings) {
            if (finding.kind() == Finding.Kind.WORD && finding.place().equals("bodyHtml")) {
                Word word = new Word(finding.shown(), finding.suggestion(), "", false);
                for (int at = word.in(text, 0); at >= 0; at = word.in(text, at + 1)) {
                    marks.add(new Mark(at, at + word.wrong().length(), finding.fingerprint()));
                }
            }
        }
        if (marks.isEmpty()) {
            return bodyHtml;
        }
        marks.sort(Comparator.comparingInt(Mark::start).reversed());
        int before = Integer.MAX_VALUE;
        for (Mark mark : marks) {
            if (mark.end() <= before) {
                body.mark(mark.start(), mark.end(), "f-" + mark.fingerprint());
                before = mark.start();
            }
        }
        return body.document().body().html();
    }
}
