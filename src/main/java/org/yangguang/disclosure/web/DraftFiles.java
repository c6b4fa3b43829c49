package org.yangguang.disclosure.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.internal.AttachmentTable;
import org.yangguang.file.AttachmentLimits;
import org.yangguang.file.Intake;
import org.yangguang.file.Uploads;

/**
 * What the page of a draft tells of files besides those that are attached.
 *
 * @param unfinished uploads that this officer began for it
 * @param sources documents whose text was taken in
 * @param endings what may be attached
 * @param maxSize of a file, in MB
 * @param chunk bytes of one piece of an upload
 */
public record DraftFiles(
        List<Uploads.Upload> unfinished,
        List<AttachmentTable.Source> sources,
        String endings,
        long maxSize,
        long chunk) {

    /** Gathers it. */
    @Component
    static class Source {

        private final Uploads uploads;
        private final AttachmentTable table;
        private final Intake intake;
        private final AttachmentLimits limits;

        Source(Uploads uploads, AttachmentTable table, Intake intake, AttachmentLimits limits) {
            this.uploads = uploads;
            this.table = table;
            this.intake = intake;
            this.limits = limits;
        }

        DraftFiles of(Edition edition, Officer officer) {
            return new DraftFiles(
                    uploads.unfinished(officer.id().value(), AttachmentConsole.purpose(edition.id())),
                    table.sources(edition.id()),
                    intake.endings(),
                    limits.maxSize().toMegabytes(),
                    limits.chunk().toBytes());
        }
    }
}
