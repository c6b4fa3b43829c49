package org.yangguang.intake.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;
import org.yangguang.file.DocumentReader;
import org.yangguang.file.Intake;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportPlan;

/** The documents of a folder and all below it, in the order of their paths. Links are not followed, and told. */
final class FolderSource implements RowSource {

    private static final Set<String> DOCUMENTS =
            Set.of("md", "markdown", "html", "htm", "shtml", "xhtml", "docx", "txt");

    private record Found(Path file, long size, @Nullable Reason trouble) {}

    private final Path root;
    private final FolderDocuments documents;
    private final List<Found> files = new ArrayList<>();
    private int next;

    FolderSource(Path folder, ImportPlan plan, DocumentReader reader, Intake door) {
        try {
            root = folder.toRealPath();
            Files.walkFileTree(root, new Walk());
        } catch (IOException e) {
            throw new UnreadableSource("intake.unreadable.file");
        }
        if (files.isEmpty()) {
            throw new UnreadableSource("intake.unreadable.noDocuments");
        }
        files.sort(Comparator.comparing(found -> found.file().toString()));
        documents = new FolderDocuments(root, plan, reader, door);
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                files.add(new Found(file, 0, Reason.of("intake.refused.link")));
            } else if (attributes.isRegularFile() && DOCUMENTS.contains(ending(file))) {
                files.add(new Found(file, attributes.size(), null));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.add(new Found(file, 0, Reason.of("intake.refused.unreadable")));
            return FileVisitResult.CONTINUE;
        }
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Pending next() {
        if (next == files.size()) {
            return null;
        }
        Found found = files.get(next++);
        long number = next;
        return new Pending(found.size() + 200, () -> row(number, found));
    }

    private SourceRow row(long number, Found found) {
        SourceRow row = new SourceRow(number);
        row.put(Field.KEY, root.relativize(found.file()).toString().replace('\\', '/'));
        if (found.trouble() != null) {
            row.refusals.add(found.trouble());
        } else {
            documents.read(found.file(), row);
        }
        return row;
    }

    @Override
    public Long total() {
        return (long) files.size();
    }

    @Override
    public void close() {
        // nothing is open between two rows
    }
}
