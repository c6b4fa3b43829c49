package org.yangguang.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.CleanName;
import org.yangguang.file.internal.reading.KindByContent;

/**
 * The door by which files come in: what does not belong inside is told so here, with every reason, and is not stored. What a file is,
 * its content decides; a name that says something else is refused, because readers trust names. Pages and drawings that could run
 * scripts (HTML, SVG), archives and programs are not taken at all.
 */
@Service
public class Intake {

    /** What came of a file at the door. */
    public sealed interface Result {

        /** @param name clean name with an ending that fits */
        record Taken(StoredFile file, String name) implements Result {}

        record Refused(List<Reason> reasons) implements Result {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final FileStore store;
    private final AttachmentLimits limits;
    private final List<VirusScan> scans;
    private final FileReading reading;

    Intake(FileStore store, AttachmentLimits limits, List<VirusScan> scans, FileReading reading) {
        this.store = store;
        this.limits = limits;
        this.scans = scans;
        this.reading = reading;
    }

    /** Every reason that can be told before anything of the file has come. */
    public List<Reason> against(String name, long size) {
        List<Reason> reasons = new ArrayList<>();
        if (size == 0) {
            reasons.add(Reason.of("file.refused.empty"));
        }
        if (size > limits.maxSize().toBytes()) {
            reasons.add(Reason.of("file.attachment.size", limits.maxSize().toMegabytes()));
        }
        String ending = CleanName.ending(name);
        if (kinds().noneMatch(kind -> kind.endings().contains(ending))) {
            reasons.add(Reason.of("file.attachment.ending", ending.isEmpty() ? "?" : ending, endings()));
        }
        return reasons;
    }

    /**
     * Examines a file and stores it.
     *
     * @param content stays where it is
     * @throws RefusedFile when the disk is full
     */
    public Result take(String name, Path content) {
        try {
            List<Reason> reasons = new ArrayList<>(against(name, Files.size(content)));
            if (reasons.stream().anyMatch(reason -> !reason.key().equals("file.attachment.ending"))) {
                return new Result.Refused(List.copyOf(reasons));
            }
            harmful(content).ifPresent(reasons::add);
            if (!reasons.isEmpty()) {
                return new Result.Refused(List.copyOf(reasons));
            }
            FileKind kind = kind(content);
            if (kinds().noneMatch(kind::equals)) {
                return new Result.Refused(List.of(Reason.of("file.attachment.type", endings())));
            }
            if (!fits(kind, CleanName.ending(name))) {
                return new Result.Refused(List.of(Reason.of(
                        "file.attachment.mismatch",
                        CleanName.ending(name),
                        kind.endings().get(0))));
            }
            StoredFile file = store.keep(content, kind.type());
            return new Result.Taken(file, FileNames.fitting(name, file));
        } catch (BadContent bad) {
            return new Result.Refused(
                    bad.reasons().stream().map(this::completed).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a file may not even be read: a harmful program in it, or nobody who could look for one. */
    public Optional<Reason> harmful(Path content) {
        for (VirusScan scan : scans) {
            try {
                Optional<String> threat = scan.threatIn(content);
                if (threat.isPresent()) {
                    return threat.map(name -> Reason.of("file.attachment.virus", name));
                }
            } catch (IOException e) {
                LOG.error("The virus scanner could not be asked: {}", e.getMessage());
                return Optional.of(Reason.of("file.attachment.scanner"));
            }
        }
        return Optional.empty();
    }

    private FileKind kind(Path content) throws BadContent, IOException {
        FileKind kind = KindByContent.of(content);
        if (kind != FileKind.PDF && kind != FileKind.OLD_WORD) {
            return kind;
        }
        FileReading.Examined examined = reading.examine(kind, content);
        return switch (examined.end()) {
            case DONE -> examined.kind();
            case ENCRYPTED -> throw new BadContent("file.document.encrypted");
            case DAMAGED -> throw new BadContent("file.document.damaged");
            case TOO_LONG -> throw new BadContent("file.attachment.tooLong");
        };
    }

    /** A file with macros under the ending of one without would pass for harmless; the other way round nothing is lost. */
    private static boolean fits(FileKind kind, String ending) {
        return kind.endings().contains(ending);
    }

    private Reason completed(Reason reason) {
        return reason.key().equals("file.attachment.type") ? Reason.of(reason.key(), endings()) : reason;
    }

    private java.util.stream.Stream<FileKind> kinds() {
        return java.util.stream.Stream.of(FileKind.values())
                .filter(kind ->
                        limits.types().isEmpty() || kind.endings().stream().anyMatch(limits.types()::contains));
    }

    /** What may be attached, for people. */
    public String endings() {
        return kinds().flatMap(kind -> kind.endings().stream()).collect(java.util.stream.Collectors.joining(" "));
    }
}
