package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.Checks;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.internal.FindingTable;
import org.yangguang.disclosure.internal.MarkedBody;

/** What the draft and review pages show of the check before review. */
@Component
public class CheckView {

    private final Checks checks;
    private final FindingTable table;
    private final Words words;

    CheckView(Checks checks, FindingTable table, Words words) {
        this.checks = checks;
        this.table = table;
        this.words = words;
    }

    /** @param files of each attachment, by its id, what its original carries or why it has no public copy */
    public record Shown(List<Finding> findings, Map<Attachment, List<String>> files) {

        public long open() {
            return findings.stream().filter(Finding::open).count();
        }
    }

    Shown of(Edition edition) {
        Map<Attachment, List<String>> files = new LinkedHashMap<>();
        for (Attachment attachment : edition.attachments()) {
            files.put(
                    attachment,
                    table.report(attachment.original().hash()).map(this::lines).orElse(List.of()));
        }
        return new Shown(checks.of(edition), files);
    }

    /** The body with the findings marked where they stand; each mark is the target of its line. */
    String marked(Edition edition, String html) {
        return MarkedBody.of(html, checks.of(edition));
    }

    private List<String> lines(FindingTable.CopyReport report) {
        List<String> lines = new ArrayList<>();
        report.carried()
                .forEach(each -> lines.add(words.say("file.carried." + each.what(), each.count())
                        + (each.example().isEmpty() ? "" : " – " + each.example())));
        report.refused().forEach(each -> {
            String[] parts = each.split("\t");
            lines.add(words.say(parts[0], (Object[]) java.util.Arrays.copyOfRange(parts, 1, parts.length)));
        });
        return lines;
    }
}
