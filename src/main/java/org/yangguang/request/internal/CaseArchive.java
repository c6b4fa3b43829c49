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
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.file.UnwantedFiles;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.CasePapers;
import org.yangguang.request.CasePapers.Binding;
import org.yangguang.request.CasePapers.Paper;
import org.yangguang.request.RequestRules;
import org.yangguang.request.internal.ArchiveSheet.Placed;

/**
 * Keeps the file of a closed case (归档, 2019 Art. 45) as one PDF: sheets with contents and history, the letters as pages behind them, and
 * what came from others embedded unchanged. It is kept sealed in the store of files; {@link Erasing} forgets the key when its time is over.
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
    private final UnwantedFiles unwanted;
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
            UnwantedFiles unwanted,
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
        this.unwanted = unwanted;
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
        Optional<ArchiveTable.Entry> before = table.find(known.id());
        table.save(
                known.id(), new ArchiveTable.Entry(file.hash(), all.size(), known.version(), clock.instant()), key, by);
        before.ifPresent(replaced -> unwanted.letGo(List.of(replaced.file())));
        audit.record(
                by, "case.archived", "request.application:" + known.id().value(), null, file.hash() + " " + all.size());
    }

    private StoredFile write(Case known, List<Paper> all, byte[] key) {
        try {
            Path open = Files.createTempFile("case", ".pdf");
            Path sealed = Files.createTempFile("case", ".sealed");
            try {
                bind(known, all, open);
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

    private void bind(Case known, List<Paper> all, Path target) throws IOException {
        Map<Paper, PDDocument> pages = new LinkedHashMap<>();
        try {
            for (Paper paper : all) {
                if (paper.binding() == Binding.PAGES) {
                    try (InputStream content = paper.content().get()) {
                        pages.put(paper, load(content.readAllBytes()));
                    }
                }
            }
            try (PDDocument document = sheets(known, all, pages)) {
                PDDocumentOutline outline = new PDDocumentOutline();
                PDFMergerUtility merger = new PDFMergerUtility();
                for (Map.Entry<Paper, PDDocument> each : pages.entrySet()) {
                    int first = document.getNumberOfPages();
                    merger.appendDocument(document, each.getValue());
                    PDOutlineItem mark = new PDOutlineItem();
                    mark.setTitle(each.getKey().title());
                    mark.setDestination(document.getPage(first));
                    outline.addLast(mark);
                }
                if (!pages.isEmpty()) {
                    document.getDocumentCatalog().setDocumentOutline(outline);
                }
                embed(document, placed(all, pages, 0));
                document.save(target.toFile());
            }
        } finally {
            for (PDDocument each : pages.values()) {
                each.close();
            }
        }
    }

    /** The sheets, written twice: only when they stand is it known on which pages the papers behind them begin. */
    private PDDocument sheets(Case known, List<Paper> all, Map<Paper, PDDocument> pages) throws IOException {
        PDDocument sheets = load(sheet.render(known, placed(all, pages, 0)));
        if (pages.isEmpty()) {
            return sheets;
        }
        int count = sheets.getNumberOfPages();
        sheets.close();
        return load(sheet.render(known, placed(all, pages, count)));
    }

    private static List<Placed> placed(List<Paper> all, Map<Paper, PDDocument> pages, int before) {
        List<Placed> placed = new ArrayList<>();
        int last = before;
        for (int i = 0; i < all.size(); i++) {
            Paper paper = all.get(i);
            PDDocument bound = pages.get(paper);
            if (bound == null) {
                placed.add(new Placed(paper, String.format(Locale.ROOT, "%03d-%s", i + 1, paper.name()), 0, 0));
            } else {
                placed.add(new Placed(paper, "", last + 1, last + bound.getNumberOfPages()));
                last += bound.getNumberOfPages();
            }
        }
        return placed;
    }

    private static PDDocument load(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    private static void embed(PDDocument document, List<Placed> all) throws IOException {
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        for (Placed placed : all) {
            if (placed.file().isEmpty()) {
                continue;
            }
            Paper paper = placed.paper();
            String name = placed.file();
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
        if (files.isEmpty()) {
            return;
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().setPageMode(PageMode.USE_ATTACHMENTS);
    }
}
