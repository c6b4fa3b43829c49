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
import org.yangguang.disclosure.internal.EditionLinks;
import org.yangguang.disclosure.internal.FindingTable;
import org.yangguang.disclosure.internal.Inspection;
import org.yangguang.disclosure.internal.ListsOfPeople;
import org.yangguang.disclosure.internal.MarkedBody;
import org.yangguang.disclosure.internal.MaskingTable;

/** What the draft and review pages show of the check before review. */
@Component
public class CheckView {

    private final Checks checks;
    private final FindingTable table;
    private final Inspection inspection;
    private final EditionLinks links;
    private final MaskingTable maskings;
    private final Words words;

    CheckView(
            Checks checks,
            FindingTable table,
            Inspection inspection,
            EditionLinks links,
            MaskingTable maskings,
            Words words) {
        this.checks = checks;
        this.table = table;
        this.inspection = inspection;
        this.links = links;
        this.maskings = maskings;
        this.words = words;
    }

    /**
     * @param files of each attachment what its original carries or why it has no public copy
     * @param notes of wrong words why they are
     * @param told of links what came back from where they lead, by fingerprint
     * @param masked which columns of lists were masked, a line for each list
     * @param tables whether there may be lists of people
     * @param links how many lead to other sites
     * @param waiting how many of them nobody has looked at yet
     */
    public record Shown(
            List<Finding> findings,
            Map<Attachment, List<String>> files,
            Map<String, String> notes,
            Map<String, String> told,
            List<String> masked,
            boolean tables,
            long links,
            long waiting) {

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
        EditionLinks.Counts counts = links.counts(edition.id());
        List<Finding> findings = checks.of(edition);
        Map<String, String> told = new LinkedHashMap<>();
        findings.stream().filter(each -> each.kind().link()).forEach(each -> told.put(each.fingerprint(), told(each)));
        return new Shown(
                findings,
                files,
                inspection.notes(),
                told,
                masked(edition),
                ListsOfPeople.maybe(edition),
                counts.all(),
                counts.waiting());
    }

    private List<String> masked(Edition edition) {
        return maskings.of(edition.id()).stream()
                .map(each -> words.say(
                        "disclosure.masking.was",
                        each.place().equals("bodyHtml") ? words.say("disclosure.body") : each.place(),
                        each.table(),
                        each.rows(),
                        each.columns().stream()
                                .map(column -> words.say(
                                        "disclosure.masking.of",
                                        column.column(),
                                        words.say("disclosure.masking." + column.mask())))
                                .collect(java.util.stream.Collectors.joining(words.say("disclosure.masking.and"))),
                        each.by()))
                .toList();
    }

    /** What came back from where a link leads. */
    private String told(Finding link) {
        String code = link.suggestion();
        return code.matches("[0-9]{3}")
                ? words.say("disclosure.link.status", code)
                : words.say("disclosure.link." + (code.isEmpty() ? link.kind().name() : code));
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
