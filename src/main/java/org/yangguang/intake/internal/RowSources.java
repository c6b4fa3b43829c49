package org.yangguang.intake.internal;

import org.springframework.stereotype.Component;
import org.yangguang.file.DocumentReader;
import org.yangguang.file.Intake;
import org.yangguang.intake.ImportJob;

/** Opens what a job is to read. */
@Component
class RowSources {

    private final DocumentReader reader;
    private final Intake door;

    RowSources(DocumentReader reader, Intake door) {
        this.door = door;
        this.reader = reader;
    }

    RowSource open(ImportJob job) {
        return switch (job.plan().kind()) {
            case SHEET -> new SheetSource(job.place(), job.plan().headings());
            case FOLDER -> new FolderSource(job.place(), job.plan(), reader, door);
        };
    }
}
