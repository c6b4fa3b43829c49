package org.yangguang.file;

import static org.yangguang.file.OfficeFiles.document;
import static org.yangguang.file.OfficeFiles.paragraph;
import static org.yangguang.file.OfficeFiles.put;
import static org.yangguang.file.OfficeFiles.word;
import static org.yangguang.file.OfficeFiles.wordParts;
import static org.yangguang.file.OfficeFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that somebody might upload by mistake or to do harm. */
public final class BadFiles {

    private BadFiles() {}

    /** A Word document whose text would fill the memory: entities of entities. */
    public static byte[] billionLaughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w:document [<!ENTITY a0 \"哈哈哈哈哈哈哈哈哈哈\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return withDocument(
                document("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>").replace("<w:document", entities + "]><w:document"));
    }

    /** A Word document that wants a file of the server in its text. */
    public static byte[] externalEntity(String address) {
        return withDocument(document("<w:p><w:r><w:t>&other;</w:t></w:r></w:p>")
                .replace(
                        "<w:document",
                        "<!DOCTYPE w:document [<!ENTITY other SYSTEM \"" + address + "\">]><w:document"));
    }

    /** A Word document with a picture that is only an address. */
    public static byte[] linkedPicture(String address) {
        Map<String, byte[]> parts = wordParts(paragraph("", "正文。") + OfficeFiles.picture("r:link=\"rId9\"", ""));
        String relationships = new String(parts.get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8);
        put(
                parts,
                "word/_rels/document.xml.rels",
                relationships.replace(
                        "</Relationships>",
                        OfficeFiles.relationship("rId9", "image", address).replace("/>", " TargetMode=\"External\"/>")
                                + "</Relationships>"));
        return zip(parts);
    }

    /** A Word document of some kilobytes that unpacks to 300 MB. */
    public static byte[] zipBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part :
                    wordParts(paragraph("", "正文。")).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry("word/media/image2.png"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A Word document with elements in elements, a hundred thousand deep. */
    public static byte[] xmlBomb() {
        return withDocument(document("<w:p>".repeat(100_000) + "</w:p>".repeat(100_000)));
    }

    public static byte[] macros() {
        Map<String, byte[]> parts = wordParts(paragraph("", "带宏的文件。") + paragraph("", "第二段。"));
        parts.put("word/vbaProject.bin", new byte[] {1, 2, 3});
        return zip(parts);
    }

    /** The first half of a document. */
    public static byte[] broken() {
        byte[] whole = word(paragraph("", "完整的文件。"));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A document with a password, as Word writes it: an old container around what is encrypted. */
    public static byte[] encrypted() {
        return old("EncryptedPackage", "EncryptionInfo");
    }

    /** A Word 97 document, or what looks like one. */
    public static byte[] oldWord() {
        return old("WordDocument", "1Table");
    }

    private static byte[] old(String... streams) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String stream : streams) {
                container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture to whoever looks at its beginning, a Word document to whoever looks at its end. */
    public static byte[] pictureThatIsADocument() {
        return joined(TestImages.png(3, 3), word(paragraph("", "藏在图片后。")));
    }

    /** A Word document with a program behind it. */
    public static byte[] documentWithTail() {
        return joined(word(paragraph("", "正文。")), "MZ this program cannot be run".getBytes(StandardCharsets.US_ASCII));
    }

    /** A document with a part named like a file of the system. */
    public static byte[] climbingPart() {
        Map<String, byte[]> parts = wordParts(paragraph("", "正文。"));
        put(parts, "../../etc/cron.d/yangguang", "* * * * * root true");
        return zip(parts);
    }

    /** The string by which virus scanners are tried (EICAR); put together here so that this file itself is not taken for one. */
    public static byte[] virusTest() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] svgWithScript() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(document.cookie)</script></svg>"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] pageWithScript() {
        return "<!doctype html><title>x</title><script>alert(1)</script><p onclick='x()'>正文</p>"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of a Windows program. */
    public static byte[] program() {
        return joined(HexFormat.of().parseHex("4d5a90000300000004000000ffff0000b800000000000000"), new byte[400]);
    }

    private static byte[] withDocument(String xml) {
        Map<String, byte[]> parts = new LinkedHashMap<>(wordParts(""));
        put(parts, "word/document.xml", xml);
        return zip(parts);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** A PDF of so many pages with a line of text on each. */
    public static byte[] pages(int number) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 1; i <= number; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(font, 24);
                    text.newLineAtOffset(72, 700);
                    text.showText("Sheet number " + i + " of the budget");
                    text.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that opens only with a password. */
    public static byte[] pdfWithPassword() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning and the end of a PDF with nothing of use between. */
    public static byte[] brokenPdf() {
        return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nno more\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    /** A spreadsheet with one row that unpacks to a sheet of 256 MB. */
    public static byte[] sheetBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
                                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>")
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><c>".getBytes(StandardCharsets.UTF_8));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 256; i++) {
                zip.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
