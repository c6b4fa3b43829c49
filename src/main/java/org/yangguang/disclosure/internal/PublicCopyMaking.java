package org.yangguang.disclosure.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yangguang.disclosure.AttachmentAdded;
import org.yangguang.disclosure.Attachments;
import org.yangguang.disclosure.Finding;
import org.yangguang.file.FileStore;
import org.yangguang.file.FileText;
import org.yangguang.file.PublicCopies;
import org.yangguang.file.Reason;
import org.yangguang.file.StoredFile;

/** Makes the public copy of what was attached, after the upload, and looks through what can be read in it. */
@Component
public class PublicCopyMaking {

    private final PublicCopies copies;
    private final Attachments attachments;
    private final FileStore files;
    private final FindingTable table;
    private final LinkTable links;
    private final Clock clock;

    PublicCopyMaking(
            PublicCopies copies,
            Attachments attachments,
            FileStore files,
            FindingTable table,
            LinkTable links,
            Clock clock) {
        this.copies = copies;
        this.attachments = attachments;
        this.files = files;
        this.table = table;
        this.links = links;
        this.clock = clock;
    }

    @Async("fileWork")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @TransactionalEventListener
    void on(AttachmentAdded added) {
        if (files.find(added.original().hash()).isEmpty()) {
            return;
        }
        List<Reason> refused = new ArrayList<>();
        var stored = copies.store(added.original(), refused::addAll);
        table.report(
                added.original().hash(),
                stored.map(PublicCopies.Stored::carried).orElse(List.of()),
                refused.stream().map(PublicCopyMaking::line).toList(),
                clock.instant());
        stored.ifPresent(each -> {
            look(each.copy());
            attachments.copied(added.edition(), added.attachment(), added.original(), each.copy());
        });
    }

    /** Looks through a copy once, in the running transaction. */
    public void look(StoredFile copy) {
        try (InputStream bytes = files.open(copy)) {
            FileText text = FileText.of(bytes, copy);
            List<Finding> found = new ArrayList<>();
            Inspection.text("attachments", text.words(), List.of(), found);
            if (text.pagesWithoutWords() > 0) {
                found.add(fileFinding(Finding.Kind.NO_TEXT, String.valueOf(text.pagesWithoutWords())));
            }
            if (text.poorPictures() > 0) {
                found.add(fileFinding(Finding.Kind.POOR_SCAN, String.valueOf(text.poorPictures())));
            }
            if (text.undescribedPictures() > 0) {
                found.add(fileFinding(Finding.Kind.NO_ALTERNATIVE_TEXT, String.valueOf(text.undescribedPictures())));
            }
            links.inCopy(
                    copy.hash(),
                    text.links().entrySet().stream()
                            .filter(each -> BodyLinks.toTheWeb(each.getKey()))
                            .map(each -> new BodyLinks.Link(each.getKey(), each.getValue()))
                            .toList());
            table.checked(copy.hash(), found, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding fileFinding(Finding.Kind kind, String shown) {
        return new Finding(Inspection.fingerprint(kind.name(), ""), kind, false, "attachments", shown, "", "", null);
    }

    private static String line(Reason reason) {
        return Stream.concat(
                        Stream.of(reason.key()), reason.arguments().stream().map(String::valueOf))
                .collect(Collectors.joining("\t"));
    }
}
