package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.BulkLoad.Attached;
import org.yangguang.disclosure.Reason;
import org.yangguang.file.DocumentReader;
import org.yangguang.file.ImagesBeside;
import org.yangguang.file.Intake;
import org.yangguang.file.Reading;
import org.yangguang.file.RefusedFile;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportPlan;

/** Reads the documents of a folder with the pictures beside them. Nothing outside of the folder is ever opened. */
final class FolderDocuments {

    private static final int LARGEST = 50_000_000;
    private static final int LARGEST_IMAGE = 20_000_000;
    private static final Pattern DATE_IN_NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(\\d{2})-?(\\d{2})(?!\\d)");
    private static final Pattern LATER_HEADING = Pattern.compile("<h[2-6]");

    private final Path root;
    private final ImportPlan plan;
    private final DocumentReader reader;
    private final Intake door;

    FolderDocuments(Path root, ImportPlan plan, DocumentReader reader, Intake door) {
        this.door = door;
        this.root = root;
        this.plan = plan;
        this.reader = reader;
    }

    void read(Path file, SourceRow row) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                row.refusals.add(Reason.of("intake.refused.tooLarge", LARGEST / 1_000_000));
                return;
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            row.refusals.add(Reason.of("intake.refused.unreadable"));
            return;
        }
        switch (FolderSource.ending(file)) {
            case "html", "htm", "shtml", "xhtml" -> page(file, bytes, row);
            case "md", "markdown" -> {
                TextBytes.decode(bytes).map(FrontMatter::of).orElse(Map.of()).forEach(row::put);
                document(file, bytes, row);
            }
            default -> document(file, bytes, row);
        }
        row.put(Field.COLUMN, folder(file));
        if (row.value(Field.FORMED_ON).isEmpty()
                && row.value(Field.PUBLISHED_ON).isEmpty()) {
            guessDate(file, row);
        }
        if (plan.oldSite() != null && row.value(Field.OLD_ADDRESS).isEmpty()) {
            row.put(Field.OLD_ADDRESS, oldAddress(file));
        }
    }

    private void document(Path file, byte[] bytes, SourceRow row) {
        take(reader.read(file.getFileName().toString(), bytes, images(file, row)), row);
    }

    private void page(Path file, byte[] bytes, SourceRow row) {
        Optional<String> text = TextBytes.decode(bytes);
        if (text.isEmpty()) {
            row.refusals.add(Reason.of("intake.refused.encoding"));
            return;
        }
        Document page = Jsoup.parse(text.get());
        OldPage old = new OldPage(page);
        old.facts().forEach(row::put);
        Element body = old.body();
        if (body == null) {
            row.refusals.add(Reason.of("intake.refused.noBody"));
            return;
        }
        body.select("img[src]").forEach(image -> image.attr("src", inside(file, image.attr("src"))));
        links(file, body, row);
        String html = "<!DOCTYPE html><html><body><h1>" + Entities.escape(row.value(Field.TITLE)) + "</h1>"
                + body.outerHtml() + "</body></html>";
        take(reader.read("page.html", html.getBytes(StandardCharsets.UTF_8), images(root.resolve("page"), row)), row);
    }

    private static void take(Reading reading, SourceRow row) {
        if (reading instanceof Reading.Read read) {
            row.put(Field.TITLE, read.title());
            row.html = read.html();
            read.warnings().stream()
                    .filter(warning -> !warning.key().equals("file.warning.encoding"))
                    .forEach(warning -> row.warnings.add(new Reason(null, warning.key(), warning.arguments())));
        } else if (reading instanceof Reading.Refused refused) {
            refused.reasons().forEach(reason -> row.refusals.add(new Reason(null, reason.key(), reason.arguments())));
        }
    }

    /** Files that a page links to and that lie in the folder become attachments of its item, under the words of their links. */
    private void links(Path file, Element body, SourceRow row) {
        Map<Path, Element> links = new LinkedHashMap<>();
        for (Element link : body.select("a[href]")) {
            resolved(root.resolve("page"), inside(file, link.attr("href")))
                    .filter(found -> !isPage(found))
                    .ifPresent(found -> links.putIfAbsent(found, link));
        }
        links.forEach((found, link) -> {
            attach(found, link.text().strip(), row);
            link.unwrap();
        });
    }

    private void attach(Path file, String words, SourceRow row) {
        String ending = FolderSource.ending(file);
        String name =
                words.isEmpty() || words.length() > 80 ? file.getFileName().toString() : words;
        String whole = name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? name : name + "." + ending;
        try {
            if (plan.mode() == ImportPlan.Mode.TRY) {
                door.against(whole, Files.size(file)).forEach(reason -> left(file, reason, row));
                return;
            }
            Intake.Result result = door.take(whole, file);
            if (result instanceof Intake.Result.Taken taken) {
                row.attachments.add(new Attached(taken.name(), taken.file()));
            } else if (result instanceof Intake.Result.Refused refused) {
                refused.reasons().forEach(reason -> left(file, reason, row));
            }
        } catch (IOException | UncheckedIOException | RefusedFile unreadable) {
            row.warnings.add(Reason.of(
                    "intake.warning.attachment", shortened(file.getFileName().toString())));
        }
    }

    private static void left(Path file, org.yangguang.file.Reason reason, SourceRow row) {
        row.warnings.add(Reason.of(
                "intake.warning.attachment", shortened(file.getFileName().toString())));
        row.warnings.add(new Reason(null, reason.key(), reason.arguments()));
    }

    private static boolean isPage(Path file) {
        return FolderSource.ending(file).matches("html?|shtml|xhtml");
    }

    private ImagesBeside images(Path document, SourceRow row) {
        return address -> {
            Optional<Path> found = resolved(document, address);
            try {
                if (found.isPresent() && Files.size(found.get()) <= LARGEST_IMAGE) {
                    return plan.mode() == ImportPlan.Mode.TRY
                            ? Optional.empty()
                            : Optional.of(Files.readAllBytes(found.get()));
                }
            } catch (IOException unreadable) {
                // told below
            }
            row.warnings.add(Reason.of("intake.warning.image", shortened(address)));
            return Optional.empty();
        };
    }

    /** An address of a page as a path from the top of the folder, when it lies on the old site; else as it is. */
    private String inside(Path page, String address) {
        String path = address.strip();
        String site = plan.oldSite();
        if (site != null && path.startsWith(site)) {
            return path.substring(site.length()).replaceFirst("^/+", "");
        }
        if (path.startsWith("/") && !path.startsWith("//")) {
            return path.replaceFirst("^/+", "");
        }
        if (path.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*|#.*")) {
            return path;
        }
        Path base = root.relativize(page.getParent() == null ? root : page.getParent());
        try {
            return base.resolve(decoded(path)).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException none) {
            return path;
        }
    }

    /** The file that an address names, when it lies in the folder and is reached without any link. */
    private Optional<Path> resolved(Path document, String address) {
        try {
            Path parent = document.getParent() == null ? root : document.getParent();
            Path file = parent.resolve(decoded(address)).normalize();
            boolean ours = file.startsWith(root)
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().equals(file);
            return ours ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException | IOException none) {
            return Optional.empty();
        }
    }

    private static String decoded(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return path;
        }
    }

    /** The date in the file's name, else the last one before the first heading. */
    private void guessDate(Path file, SourceRow row) {
        Matcher named = DATE_IN_NAME.matcher(file.getFileName().toString());
        if (named.find()) {
            row.put(Field.FORMED_ON, named.group(1) + "-" + named.group(2) + "-" + named.group(3));
            return;
        }
        String html = row.html;
        if (html != null && plan.formedOn() == null) {
            Matcher heading = LATER_HEADING.matcher(html);
            String head = html.substring(0, Math.min(heading.find() ? heading.start() : html.length(), 5_000));
            WrittenDates.lastIn(Jsoup.parseBodyFragment(head).text())
                    .map(LocalDate::toString)
                    .ifPresent(date -> {
                        row.put(Field.FORMED_ON, date);
                        row.warnings.add(Reason.at("formedOn", "intake.warning.dateGuessed", date));
                    });
        }
    }

    /** The folder at the top below which the file lies: where nothing else tells, its name is that of a column. */
    private @Nullable String folder(Path file) {
        Path relative = root.relativize(file);
        return relative.getNameCount() > 1 ? relative.getName(0).toString() : null;
    }

    private String oldAddress(Path file) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        String site = plan.oldSite();
        return (site == null || site.endsWith("/") ? site : site + "/") + relative;
    }

    private static String shortened(String address) {
        return address.length() <= 100 ? address : address.substring(0, 100) + "…";
    }
}
