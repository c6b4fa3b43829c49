package org.yangguang.disclosure.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.ListMasking.Decision;
import org.yangguang.disclosure.ListMasking.Listed;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;
import org.yangguang.file.FileTables;
import org.yangguang.file.StoredFile;
import org.yangguang.platform.Sm3;

/** The tables of an edition, in its text and its public copies, with what is proposed for their columns. */
@Component
public class ListsOfPeople {

    private static final String BODY = "bodyHtml";
    private static final int MOST = 40;

    private final FileTables files;
    private final MaskingTable table;

    ListsOfPeople(FileTables files, MaskingTable table) {
        this.files = files;
        this.table = table;
    }

    /** Those with two columns or more; what has only one is no list of people. */
    public List<Listed> in(Edition edition) {
        Map<String, ColumnMask> rules = table.rules(edition.organ());
        List<Listed> lists = new ArrayList<>();
        String body = edition.content().bodyHtml();
        add(lists, BODY, BODY, Sm3.hex(body.getBytes(StandardCharsets.UTF_8)), BodyTables.in(body), rules);
        for (Attachment attachment : edition.attachments()) {
            StoredFile copy = attachment.publicCopy();
            if (copy != null && FileTables.knows(copy)) {
                String source = String.valueOf(attachment.id().value());
                add(lists, source, attachment.name(), copy.hash(), files.in(copy), rules);
            }
        }
        return lists.stream().limit(MOST).toList();
    }

    /** Whether there may be some: cheap to ask. */
    public static boolean maybe(Edition edition) {
        return edition.content().bodyHtml().contains("<table")
                || edition.attachments().stream()
                        .anyMatch(each -> each.publicCopy() != null && FileTables.knows(each.publicCopy()));
    }

    public EditionContent masked(EditionContent content, Map<Integer, Map<Integer, ColumnMask>> masks) {
        return Replacing.with(
                content, content.title(), content.summary(), BodyTables.masked(content.bodyHtml(), masks));
    }

    /** What was decided for the tables of one source, by their place. */
    public static Map<Integer, Map<Integer, ColumnMask>> of(List<Decision> decided, String source) {
        Map<Integer, Map<Integer, ColumnMask>> masks = new HashMap<>();
        decided.stream()
                .filter(each -> each.source().equals(source))
                .forEach(each -> masks.put(each.number(), each.masks()));
        return masks;
    }

    private static void add(
            List<Listed> lists,
            String source,
            String place,
            String seen,
            List<FileTable> tables,
            Map<String, ColumnMask> rules) {
        for (int i = 0; i < tables.size(); i++) {
            FileTable each = tables.get(i);
            if (each.columns() > 1 && each.count() > 0) {
                lists.add(new Listed(source, place, i, seen, each, proposed(each, rules)));
            }
        }
    }

    private static List<ColumnMask> proposed(FileTable table, Map<String, ColumnMask> rules) {
        List<ColumnMask> masks = new ArrayList<>();
        for (int i = 0; i < table.columns(); i++) {
            String heading = table.heading(i);
            ColumnMask before = rules.get(heading);
            masks.add(before != null ? before : ColumnMask.suggested(heading, table.values(i)));
        }
        return masks;
    }
}
