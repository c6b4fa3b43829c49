package org.yangguang.request.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.CasePapers;
import org.yangguang.request.CasePapers.Paper;
import org.yangguang.request.RequestRules;

/**
 * Keeps the file of a closed case (归档, 2019 Art. 45) as one PDF: sheets with contents and history, and every paper embedded unchanged. It is kept
 * sealed in the store of files; {@link Erasing} forgets the key when its time is over.
 */
@Service
public class CaseArchive {

    private static final String PDF = "application/pdf";
    private static final int BATCH = 20;

    private final CaseTable cases;
    private final EventTable events;
    private final ArchiveTable table;
    private final List<CasePapers> papers;
    private final ArchiveSheet sheet;
    private final FileStore store;
    private final RequestRules rules;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseArchive(
            CaseTable cases,
            EventTable events,
            ArchiveTable table,
            List<CasePapers> papers,
            ArchiveSheet sheet,
            FileStore store,
            RequestRules rules,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.table = table;
        this.papers = papers;
        this.sheet = sheet;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<ArchiveTable.Entry> find(CaseId id) {
        return table.find(id);
    }

    /** The PDF; empty when it was not made, and when it was erased. The caller closes the stream. */
    public Optional<InputStream> open(CaseId id) {
        Optional<ArchiveTable.Entry> entry = table.find(id);
        Optional<byte[]> key = table.key(id);
        Optional<StoredFile> file = entry.flatMap(each -> store.find(each.file()));
        if (key.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SealedFile.open(store.open(file.get()), key.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what is missing, some at a time. */
    public void archiveClosed() {
        table.missing(BATCH).forEach(id -> archive(id, "system"));
    }

    /** Makes the file of a closed case, anew when there is one; does nothing for an open one. */
    public void archive(CaseId id, String by) {
        transaction.executeWithoutResult(status -> cases.lock(id)
                .map(known -> Fold.of(known.id(), known.number(), events.of(known.id()), rules))
                .filter(known -> known.result() != null)
                .ifPresent(known -> keep(known, by)));
    }

    private void keep(Case known, String by) {
        List<Paper> all = new ArrayList<>();
        papers.forEach(each -> all.addAll(each.of(known)));
        all.sort(Comparator.comparing(Paper::on));
        byte[] key = SealedFile.newKey();
        StoredFile file = write(known, all, key);
        table.save(
                known.id(), new ArchiveTable.Entry(file.hash(), all.size(), known.version(), clock.instant()), key, by);
        audit.record(
                by, "case.archived", "request.application:" + known.id().value(), null, file.hash() + " " + all.size());
    }

    private StoredFile write(Case known, List<Paper> all, byte[] key) {
        try {
            Path open = Files.createTempFile("case", ".pdf");
            Path sealed = Files.createTempFile("case", ".sealed");
            try (PDDocument document =
                    Loader.loadPDF(sheet.render(known, all), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
                embed(document, all);
                document.save(open.toFile());
                SealedFile.seal(open, sealed, key);
                return store.keep(sealed, "application/octet-stream");
            } finally {
                Files.deleteIfExists(open);
                Files.deleteIfExists(sealed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embed(PDDocument document, List<Paper> all) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Paper paper = all.get(i);
            String name = String.format(Locale.ROOT, "%03d-%s", i + 1, paper.name());
            try (InputStream content = paper.content().get()) {
                PDEmbeddedFile embedded = new PDEmbeddedFile(document, content);
                embedded.setSubtype(paper.type().isEmpty() ? PDF : paper.type());
                PDComplexFileSpecification file = new PDComplexFileSpecification();
                file.setFile(name);
                file.setFileUnicode(name);
                file.setFileDescription(paper.title());
                file.setEmbeddedFile(embedded);
                files.put(name, file);
            }
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().setPageMode(PageMode.USE_ATTACHMENTS);
    }
}
