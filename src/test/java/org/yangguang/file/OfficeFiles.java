package org.yangguang.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files as their programs write them, small, put together part by part. */
public final class OfficeFiles {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
            <Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
            %s</Types>""";
    private static final String RELATIONSHIPS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>""";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private OfficeFiles() {}

    /** A Word document with this content of {@code w:body}. */
    public static byte[] word(String body) {
        return zip(wordParts(body));
    }

    /** The parts of a Word document, to be added to. */
    public static Map<String, byte[]> wordParts(String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                TYPES.formatted(
                        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"));
        put(parts, "_rels/.rels", relationships("officeDocument", "word/document.xml"));
        put(parts, "word/document.xml", document(body));
        put(parts, "word/styles.xml", """
                <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
                <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
                <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>""");
        put(parts, "word/numbering.xml", """
                <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""");
        put(parts, "word/footnotes.xml", """
                <w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:footnote w:id="2"><w:p><w:r><w:t>见《档案法》第二十七条。</w:t></w:r></w:p></w:footnote></w:footnotes>""");
        parts.put("word/media/image1.png", TestImages.png(4, 3));
        put(
                parts,
                "word/_rels/document.xml.rels",
                RELATIONSHIPS.formatted(relationship("rId1", "styles", "styles.xml")
                        + relationship("rId2", "numbering", "numbering.xml")
                        + relationship("rId3", "footnotes", "footnotes.xml")
                        + relationship("rId4", "image", "media/image1.png")));
        return parts;
    }

    public static String document(String body) {
        return """
               <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
               <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
                 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
                 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>%s</w:body></w:document>""".formatted(body);
    }

    /** A paragraph; {@code style} is {@code 1} or {@code 2} for headings, {@code a3} for the title, empty for text. */
    public static String paragraph(String style, String text) {
        String look = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
        return "<w:p>" + look + "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    public static String numbered(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text
                + "</w:t></w:r></w:p>";
    }

    public static String footnoted(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    }

    /** A cell; {@code look} goes into {@code w:tcPr}. */
    public static String cell(String look, String text) {
        return "<w:tc><w:tcPr>" + look + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    }

    public static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    public static String table(String... rows) {
        return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
    }

    public static String picture(String relationship, String alternative) {
        return """
               <w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="%s"/><a:graphic><a:graphicData><pic:pic>
               <pic:blipFill><a:blip %s/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""".formatted(alternative, relationship);
    }

    /** A spreadsheet with one visible sheet of these rows of plain texts and numbers. */
    public static byte[] sheet(String[]... rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                TYPES.formatted(
                        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        put(parts, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        put(parts, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                <sheet name="补贴名单" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        put(parts, "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml"));
        StringBuilder data = new StringBuilder();
        int number = 0;
        for (String[] row : rows) {
            number++;
            data.append("<row r=\"").append(number).append("\">");
            for (int i = 0; i < row.length; i++) {
                String place = (char) ('A' + i) + "" + number;
                data.append(
                        row[i].matches("-?[0-9.]{1,15}")
                                ? "<c r=\"" + place + "\"><v>" + row[i] + "</v></c>"
                                : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + row[i] + "</t></is></c>");
            }
            data.append("</row>");
        }
        put(
                parts,
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + data
                        + "</sheetData></worksheet>");
        return zip(parts);
    }

    public static String relationships(String type, String target) {
        return RELATIONSHIPS.formatted(relationship("rId1", type, target));
    }

    public static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + type + "\" Target=\"" + target + "\"/>";
    }

    public static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
