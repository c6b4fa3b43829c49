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
     * @param content opens the bytes; whoever takes them closes the stream
     */
    record Paper(LocalDate on, String title, String name, String type, Supplier<InputStream> content) {}
}
