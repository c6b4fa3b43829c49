package org.yangguang.file.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.yangguang.file.ImagesBeside;
import org.yangguang.file.Reading;
import org.yangguang.file.StoredFile;
import org.yangguang.file.internal.Image;
import org.yangguang.file.internal.NotAnImage;
import org.yangguang.platform.Sm3;

/** Office files as parts of a page, to look into without a program of their own. */
final class PreviewPages {

    private static final int MOST_ROWS = 500;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_SHEETS = 10;
    private static final int LONGEST_CELL = 1_000;
    private static final long MOST_IMAGES = 6L << 20;

    private PreviewPages() {}

    /** The document with its pictures written into it. */
    static String word(Path file) throws IOException, BadContent {
        Map<String, String> pictures = new HashMap<>();
        long[] left = {MOST_IMAGES};
        Reading.Read read = Documents.read(
                "document.docx",
                Files.readAllBytes(file),
                new Pictures(picture -> written(picture, pictures, left), ImagesBeside.NONE));
        String html = "<h2>" + Entities.escape(read.title()) + "</h2>" + read.html();
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            html = html.replace("src=\"/files/" + picture.getKey() + "\"", "src=\"" + picture.getValue() + "\"");
        }
        return html;
    }

    private static StoredFile written(InputStream picture, Map<String, String> pictures, long[] left) {
        try {
            byte[] bytes = picture.readAllBytes();
            Image image = Image.examine(bytes);
            StoredFile file = new StoredFile(Sm3.hex(bytes), image.type(), bytes.length);
            left[0] -= bytes.length;
            if (left[0] < 0) {
                throw new org.yangguang.file.RefusedFile("file.refused.size");
            }
            pictures.put(
                    file.hash(),
                    "data:" + image.type() + ";base64," + Base64.getEncoder().encodeToString(bytes));
            return file;
        } catch (IOException | NotAnImage e) {
            throw new org.yangguang.file.RefusedFile("file.refused.type");
        }
    }

    /** The visible sheets, each a table of its first rows, values as they are shown. */
    static String sheets(Path file) throws IOException, BadContent {
        OfficePackage.open(Files.newByteChannel(file), PackageText.LIMITS).close();
        StringBuilder html = new StringBuilder();
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            Iterator<InputStream> sheets = workbook.getSheetsData();
            int number = 0;
            while (sheets.hasNext() && number < MOST_SHEETS) {
                try (InputStream sheet = sheets.next()) {
                    String name = ((XSSFReader.SheetIterator) sheets).getSheetName();
                    number++;
                    html.append("<h2>").append(Entities.escape(name)).append("</h2>");
                    table(workbook, strings, sheet, name, html);
                }
            }
            return html.toString();
        } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static void table(
            XSSFReader workbook, ReadOnlySharedStringsTable strings, InputStream sheet, String name, StringBuilder html)
            throws IOException, SAXException, ParserConfigurationException, OpenXML4JException {
        Rows rows = new Rows();
        try {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(new XSSFSheetXMLHandler(
                    workbook.getStylesTable(), null, strings, rows, new DataFormatter(), false));
            reader.parse(new InputSource(sheet));
        } catch (Enough enough) {
            // the first rows tell what it is
        }
        int width = rows.rows.stream()
                .mapToInt(row -> row.isEmpty() ? 0 : row.lastKey() + 1)
                .max()
                .orElse(0);
        html.append("<table>");
        for (int i = 0; i < rows.rows.size(); i++) {
            TreeMap<Integer, String> row = rows.rows.get(i);
            html.append("<tr>");
            for (int column = 0; column < width; column++) {
                String cell = Entities.escape(row.getOrDefault(column, ""));
                html.append(
                        i == 0 && row.size() == width
                                ? "<th scope=\"col\">" + cell + "</th>"
                                : "<td>" + cell + "</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    /** Ends the reading of a sheet. */
    private static final class Enough extends RuntimeException {}

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final List<TreeMap<Integer, String>> rows = new ArrayList<>();
        private TreeMap<Integer, String> row = new TreeMap<>();

        @Override
        public void startRow(int number) {
            if (rows.size() >= MOST_ROWS) {
                throw new Enough();
            }
            row = new TreeMap<>();
        }

        @Override
        public void endRow(int number) {
            rows.add(row);
        }

        @Override
        public void cell(@Nullable String place, @Nullable String value, @Nullable XSSFComment comment) {
            int column = place == null ? row.size() : new CellReference(place).getCol();
            if (column < MOST_COLUMNS && value != null) {
                row.put(column, value.substring(0, Math.min(value.length(), LONGEST_CELL)));
            }
        }
    }
}
