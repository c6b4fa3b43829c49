package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks by hand, part by part, also such as no spreadsheet program would. */
final class Workbook {

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final ZipOutputStream zip;

    private Workbook(OutputStream to) {
        zip = new ZipOutputStream(to);
    }

    /** @param rows the {@code row} elements, inline or with numbers of {@code strings} */
    static Path write(Path file, String rows, String... strings) {
        return write(file, strings, book -> book.text(rows));
    }

    static Path write(Path file, String[] strings, Consumer<Workbook> rows) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out);
            book.part(
                    "xl/workbook.xml",
                    "<workbook " + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"隐藏\" sheetId=\"1\" state=\"hidden\" r:id=\"rId9\"/>"
                            + "<sheet name=\"目录\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>");
            book.part(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            book.part(
                    "xl/styles.xml",
                    "<styleSheet " + MAIN
                            + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
                            + "<cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
            StringBuilder shared = new StringBuilder("<sst " + MAIN + ">");
            for (String text : strings) {
                shared.append("<si><r><t>")
                        .append(text)
                        .append("</t></r><rPh sb=\"0\" eb=\"1\"><t>pinyin</t></rPh></si>");
            }
            book.part("xl/sharedStrings.xml", shared.append("</sst>").toString());
            book.zip.putNextEntry(new ZipEntry("xl/worksheets/sheet2.xml"));
            book.text("<worksheet " + MAIN + "><sheetData>");
            rows.accept(book);
            book.text("</sheetData></worksheet>");
            book.zip.closeEntry();
            book.zip.finish();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void text(String xml) {
        try {
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        zip.closeEntry();
    }

    static String inline(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
