package org.yangguang.request.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.FileStore;
import org.yangguang.file.Intake;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;
import org.yangguang.site.FormSeal;

/** Takes papers in that come with a form, each examined at the door. */
@Component
class Scans {

    private static final String PAPER = "paper";

    private final Intake door;
    private final FileStore store;
    private final FormSeal seals;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Scans(Intake door, FileStore store, FormSeal seals, AuditTrail audit, TransactionTemplate transaction) {
        this.door = door;
        this.store = store;
        this.seals = seals;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param hashes of what was taken in, now and before
     * @param refused why others were not
     */
    record Taken(List<String> hashes, List<org.yangguang.file.Reason> refused) {}

    /**
     * Takes files in, beside those that an answer to the same form took in before. When all together are more than {@code most}, none of the new ones is.
     *
     * @param kept what the form brought back: {@link KeptPaper#seal}; anything else is passed over
     */
    Taken take(@Nullable List<MultipartFile> files, @Nullable List<String> kept, int most) {
        return more(files, opened(kept), most);
    }

    /** What {@link KeptPaper#seal seals} that a form brought back stand for; anything else is passed over. */
    List<String> opened(@Nullable List<String> kept) {
        return kept == null
                ? List.of()
                : kept.stream()
                        .flatMap(seal -> seals.open(PAPER, seal).flatMap(store::find).map(StoredFile::hash).stream())
                        .toList();
    }

    /** As {@link #take}, with hashes that were {@link #opened} before. */
    Taken more(@Nullable List<MultipartFile> files, List<String> before, int most) {
        Set<String> hashes = new LinkedHashSet<>(before);
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        List<org.yangguang.file.Reason> refused = new ArrayList<>();
        if (!chosen.isEmpty() && hashes.size() + chosen.size() > most) {
            refused.add(org.yangguang.file.Reason.of("request.refused.files", most));
        } else {
            chosen.forEach(file -> take(file, hashes, refused));
        }
        if (!refused.isEmpty()) {
            String why = refused.stream()
                    .map(org.yangguang.file.Reason::key)
                    .toList()
                    .toString();
            transaction.executeWithoutResult(status -> audit.record("case.paper-refused", "request.paper", null, why));
        }
        return new Taken(List.copyOf(hashes), List.copyOf(refused));
    }

    /** What was taken in already, for a form that is shown again. */
    List<KeptPaper> kept(List<String> hashes) {
        return hashes.stream()
                .flatMap(hash -> store.find(hash).stream())
                .map(file -> new KeptPaper(seals.seal(PAPER, file.hash()), file))
                .toList();
    }

    private void take(MultipartFile file, Set<String> hashes, List<org.yangguang.file.Reason> refused) {
        try {
            Path copy = Files.createTempFile("scan", "");
            try {
                file.transferTo(copy);
                String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
                Intake.Result result = door.take(name, copy);
                if (result instanceof Intake.Result.Taken taken) {
                    hashes.add(taken.file().hash());
                } else if (result instanceof Intake.Result.Refused no) {
                    refused.addAll(no.reasons());
                }
            } catch (RefusedFile full) {
                refused.add(org.yangguang.file.Reason.of(full.reason()));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    Optional<StoredFile> find(String hash) {
        return store.find(hash);
    }

    java.io.InputStream open(StoredFile file) {
        return store.open(file);
    }
}
