package org.yangguang.intake;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * How a delivery is to be read.
 *
 * @param source name of where it comes from; a key is known only below its organ and source
 * @param organ who publishes what names no organ; an organ that a row names must be this one or below it
 * @param headings which heading of a sheet is which field; headings that are not here are left out
 * @param columns names of columns at the source, with the code of the column that takes their place here
 * @param column code of the column of what names none, or one that is not known
 * @param formedOn date of formation of what bears none
 * @param oldSite address of the former site, {@code http://www.example.gov.cn/}, below which the pages of a folder stood
 */
public record ImportPlan(
        Kind kind,
        Mode mode,
        String source,
        OrganId organ,
        Map<String, Field> headings,
        Map<String, String> columns,
        @Nullable String column,
        @Nullable LocalDate formedOn,
        @Nullable String oldSite) {

    public enum Kind {
        /** A sheet: {@code .csv} or {@code .xlsx}, a row for each item. */
        SHEET,
        /** A folder of documents or saved pages, a file for each item. */
        FOLDER
    }

    public enum Mode {
        /** Reads and judges everything, and writes nothing but the report. */
        TRY,
        LOAD
    }

    public ImportPlan in(Mode wanted) {
        return new ImportPlan(kind, wanted, source, organ, headings, columns, column, formedOn, oldSite);
    }
}
