package org.yangguang.intake.internal;

import org.springframework.stereotype.Component;
import org.yangguang.intake.ImportJob;

/** Opens what a job is to read. */
@Component
class RowSources {

    RowSource open(ImportJob job) {
        return switch (job.plan().kind()) {
            case SHEET -> new SheetSource(job.place(), job.plan().headings());
            case FOLDER -> throw new UnreadableSource("intake.unreadable.file");
        };
    }
}
