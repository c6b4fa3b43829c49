package org.yangguang.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.disclosure.Editions;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.platform.Sm3;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.AnnualReports;
import org.yangguang.report.Issue.IssueFile;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportFormat;
import org.yangguang.report.ReportStep;
import org.yangguang.statistics.SchemeBook;

/**
 * Freezes a report when its edition was published: all its files are made from the content that was handed over, and signed. An edition
 * whose text was changed between is not what the report says; then nothing is frozen, and the console tells so.
 */
@Component
class FrozenReports {

    private static final String SYSTEM = "system:report";

    private final ReportTable table;
    private final IssueTable issues;
    private final Editions editions;
    private final Renderings renderings;
    private final SchemeBook schemes;
    private final FileStore files;
    private final SigningKey key;
    private final Organs organs;
    private final AuditTrail audit;
    private final Clock clock;

    FrozenReports(
            ReportTable table,
            IssueTable issues,
            Editions editions,
            Renderings renderings,
            SchemeBook schemes,
            FileStore files,
            SigningKey key,
            Organs organs,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.issues = issues;
        this.editions = editions;
        this.renderings = renderings;
        this.schemes = schemes;
        this.files = files;
        this.key = key;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same event a second time freezes nothing twice. */
    @ApplicationModuleListener
    void on(EditionPublished published) {
        Optional<AnnualReport> found = table.byItem(published.item());
        if (found.isEmpty() || issues.has(published.edition())) {
            return;
        }
        AnnualReport report =
                table.lock(found.get().organ(), found.get().year(), found.get().scheme(), clock.instant());
        Optional<Edition> edition = editions.find(published.edition());
        Optional<ReportTable.HandedOver> handed = table.handedOver(report.id());
        boolean same = handed.isPresent()
                && edition.isPresent()
                && ReportDrafts.hash(edition.get()).equals(handed.get().bodyHash());
        if (ReportStep.FREEZE.from(report.state()).isEmpty() || !same) {
            audit.record(
                    SYSTEM,
                    "report.not-frozen",
                    "report.report:" + report.id(),
                    null,
                    report.state().name());
            return;
        }
        freeze(report, published, handed.get().content());
    }

    private void freeze(AnnualReport report, EditionPublished published, String text) {
        Instant now = clock.instant();
        Content content = Content.read(text);
        ReportDocument document =
                content.document(schemes.named(content.scheme()).orElseThrow());
        Organ organ = organs.find(report.organ()).orElseThrow();
        List<IssueFile> kept = new ArrayList<>();
        List<Manifest.SignedFile> signed = new ArrayList<>();
        for (Map.Entry<ReportFormat, byte[]> each :
                renderings.all(document, content.charts()).entrySet()) {
            String name = AnnualReports.fileName(organ, report.year(), each.getKey());
            StoredFile file = keep(each.getValue(), each.getKey());
            kept.add(new IssueFile(each.getKey(), name, file.hash(), file.size()));
            signed.add(new Manifest.SignedFile(name, each.getValue().length, Sm3.hex(each.getValue())));
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                content.title(),
                content.organ(),
                organ.code(),
                report.year(),
                content.scheme(),
                content.hash(),
                now.toString(),
                signed);
        Signature signature = Signature.of(manifest.bytes(), key.sign(manifest.bytes()), key.publicKey());
        long issue = issues.insert(
                report.id(),
                published.edition(),
                content.title(),
                text,
                content.hash(),
                new String(signature.bytes(), StandardCharsets.UTF_8),
                now);
        kept.forEach(file -> issues.insert(issue, file));
        table.move(report.id(), ReportStep.FREEZE.from(report.state()).orElseThrow(), now);
        audit.record(SYSTEM, "report.frozen", "report.issue:" + issue, null, content.hash());
    }

    private StoredFile keep(byte[] bytes, ReportFormat format) {
        try {
            Path file = Files.createTempFile("yangguang-report-", "." + format.ending());
            try {
                Files.write(file, bytes);
                return files.keep(file, format.mediaType());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
