package org.yangguang.request;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Whoever keeps papers of cases – scans, letters, receipts of service – offers them for the file of a closed case by a bean of this type. */
public interface CasePapers {

    /** Papers of the case, oldest first. */
    List<Paper> of(Case known);

    /**
     * @param title as it stands in the contents: 申请书扫描件
     * @param name file name with its ending
     * @param type media type
     * @param binding how it lies in the file of the case
     * @param content opens the bytes; whoever takes them closes the stream
     */
    record Paper(
            LocalDate on, String title, String name, String type, Binding binding, Supplier<InputStream> content) {}

    /** How a paper lies in the file of a case. */
    enum Binding {
        /** As pages of the file: what the program itself set as PDF. */
        PAGES,
        /** Embedded as it came: nothing of what strangers sent is taken apart. */
        ENCLOSED
    }
}
