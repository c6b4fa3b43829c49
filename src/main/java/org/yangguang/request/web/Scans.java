package org.yangguang.request.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.FileStore;
import org.yangguang.file.Intake;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;

/** Takes papers in that come with a form, each examined at the door. */
@Component
class Scans {

    private final Intake door;
    private final FileStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Scans(Intake door, FileStore store, AuditTrail audit, TransactionTemplate transaction) {
        this.door = door;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param hashes of what was taken in, with those that were there before
     * @param refused why others were not
     */
    record Taken(List<String> hashes, List<org.yangguang.file.Reason> refused) {}

    Taken take(List<MultipartFile> files, List<String> before) {
        List<String> hashes = new ArrayList<>();
        before.stream().filter(hash -> store.find(hash).isPresent()).forEach(hashes::add);
        List<org.yangguang.file.Reason> refused = new ArrayList<>();
        for (MultipartFile file : files) {
            if (!file.isEmpty()) {
                take(file, hashes, refused);
            }
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

    private void take(MultipartFile file, List<String> hashes, List<org.yangguang.file.Reason> refused) {
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
