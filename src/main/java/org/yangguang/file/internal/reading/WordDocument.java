package org.yangguang.file.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.dao.DataAccessException;
import org.yangguang.file.Reason;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document (.docx) as HTML by what its parts mean, not by how they look. */
public final class WordDocument {

    private static final OfficePackage.Limits LIMITS =
            new OfficePackage.Limits(200L << 20, 5_000, 32L << 20, 1_000_000);

    /** The names of styles are English inside the file, whatever language Word speaks; some writers put Chinese ones. */
    private static final String STYLES = """
            p[style-name='Title'] => h1:fresh
            p[style-name='标题'] => h1:fresh
            p[style-name='Subtitle'] => p:fresh
            p[style-name='标题 1'] => h1:fresh
            p[style-name='标题 2'] => h2:fresh
            p[style-name='标题 3'] => h3:fresh
            p[style-name='标题 4'] => h4:fresh
            u => u
            strike => s
            """;

    private WordDocument() {}

    /**
     * The HTML of the document, not yet safe. Pictures are handed to {@code images}.
     *
     * @throws BadContent when it is not wholly a Word document, or above the limits
     */
    static String html(byte[] content, Pictures images, List<Reason> warnings) throws BadContent {
        try (OfficePackage parts = OfficePackage.open(new SeekableInMemoryByteChannel(content), LIMITS)) {
            if (!parts.has("word/document.xml")) {
                throw new BadContent("file.document.type");
            }
            warn(parts, warnings);
            return new DocumentConverter()
                    .disableEmbeddedStyleMap()
                    .idPrefix("fn-")
                    .addStyleMap(STYLES)
                    .imageConverter(image -> {
                        try (InputStream picture = image.getInputStream()) {
                            return Map.of("src", images.keep(picture));
                        } catch (DataAccessException notOfTheFile) {
                            throw notOfTheFile;
                        } catch (IOException | RuntimeException absent) {
                            return Map.of("src", "");
                        }
                    })
                    .convertToHtml(new ByteArrayInputStream(checked(parts, warnings)))
                    .getValue();
        } catch (DataAccessException notOfTheFile) {
            throw notOfTheFile;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static void warn(OfficePackage parts, List<Reason> warnings) throws IOException {
        if (parts.has("word/vbaproject.bin")) {
            warnings.add(Reason.of("file.warning.macros"));
        }
        if (parts.has("word/embeddings/", "word/activex/")) {
            warnings.add(Reason.of("file.warning.embedded"));
        }
        if (parts.has("word/comments.xml")) {
            warnings.add(Reason.of("file.warning.comments"));
        }
        String body = new String(parts.part("word/document.xml").orElseThrow(), StandardCharsets.UTF_8);
        if (body.contains("<w:del ") || body.contains("<w:ins ")) {
            warnings.add(Reason.of("file.warning.changes"));
        }
    }

    /** The same document of exactly those parts that were checked, without embedded programs and without ways to other files. */
    private static byte[] checked(OfficePackage parts, List<Reason> warnings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean pointedOut = false;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : wanted(parts.names())) {
                byte[] part = parts.part(name).orElseThrow();
                if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
                    byte[] inside = withoutWaysOut(part);
                    pointedOut |= inside != part && imagesOutside(part);
                    part = inside;
                }
                zip.putNextEntry(new ZipEntry(name));
                zip.write(part);
                zip.closeEntry();
            }
        }
        if (pointedOut) {
            warnings.add(Reason.of("file.warning.outsideImages"));
        }
        return bytes.toByteArray();
    }

    private static List<String> wanted(List<String> names) {
        List<String> wanted = new ArrayList<>();
        for (String name : names) {
            boolean read =
                    OfficePackage.xml(name) || name.toLowerCase(Locale.ROOT).startsWith("word/media/");
            if (read && !name.endsWith("/")) {
                wanted.add(name);
            }
        }
        return wanted;
    }

    /** A picture that is only linked would be fetched from wherever the document says. Addresses of links are only written down. */
    private static byte[] withoutWaysOut(byte[] relationships) throws IOException {
        Document xml = Jsoup.parse(new ByteArrayInputStream(relationships), null, "", Parser.xmlParser());
        boolean changed = false;
        for (Element each : xml.getAllElements()) {
            if (leadsOut(each)) {
                each.attr("Target", "absent");
                changed = true;
            }
        }
        return changed ? xml.outerHtml().getBytes(StandardCharsets.UTF_8) : relationships;
    }

    private static boolean imagesOutside(byte[] relationships) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(relationships), null, "", Parser.xmlParser())
                .getAllElements()
                .stream()
                .anyMatch(each -> leadsOut(each) && each.attr("Type").endsWith("/image"));
    }

    private static boolean leadsOut(Element relationship) {
        return relationship.attr("TargetMode").equalsIgnoreCase("External")
                && !relationship.attr("Type").endsWith("/hyperlink");
    }
}
