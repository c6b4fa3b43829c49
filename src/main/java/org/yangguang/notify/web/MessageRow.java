package org.yangguang.notify.web;

import org.yangguang.notify.internal.MessageTable;
import org.yangguang.site.Page;

/** A line with its times as they are shown. */
public record MessageRow(MessageTable.Line line, String created, String due) {

    /** What the other side said, as a sentence where there is one. */
    public String problem(Page page) {
        String problem = line.problem();
        if (problem == null) {
            return "";
        }
        String sentence = page.t("notify.problem." + problem);
        return sentence.startsWith("notify.") ? problem : sentence;
    }
}
