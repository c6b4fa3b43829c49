package org.yangguang.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportJob;

/**
 * An import as its page shows it.
 *
 * @param part how much is done, 0 to 100; null where the whole is not known
 */
public record ImportView(
        ImportJob job,
        String organ,
        String at,
        @Nullable Integer part,
        @Nullable String failure,
        List<Line> remarks,
        long remarkCount) {

    /** One remark. */
    public record Line(long row, String key, boolean refused, String field, String reason) {}

    /**
     * One heading of a sheet.
     *
     * @param sample what stands below it
     */
    public record Heading(String name, @Nullable Field field, String sample) {}

    public boolean sheet() {
        return job.plan().kind() == org.yangguang.intake.ImportPlan.Kind.SHEET;
    }

    public boolean trial() {
        return job.plan().mode() == org.yangguang.intake.ImportPlan.Mode.TRY;
    }
}
