package org.yangguang.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Office files with programs in them, shaped as the office programs write them. */
final class MacroFiles {

    /** Stands in every macro, control and macro sheet made here. */
    static final String PROGRAM = "AutoOpenRunsThis";

    static final String MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private MacroFiles() {}

    static byte[] word() throws IOException {
        byte[] plain = OfficeFiles.word(OfficeFiles.paragraph("", "看得见"));
        return withProject(
                plain,
                "/word/vbaProject.bin",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml");
    }

    /** The project lies in the package, and no relation leads to it. */
    static byte[] wordWithLostProject() throws IOException {
        var parts = OfficeFiles.wordParts(OfficeFiles.paragraph("", "看得见"));
        parts.put("word/vbaProject.bin", project());
        return OfficeFiles.zip(parts);
    }

    /** An ordinary document by its list of types, with a project under a name that says nothing. */
    static byte[] wordWithProjectUnderAnotherName() throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        return withProject(OfficeFiles.word(OfficeFiles.paragraph("", "看得见")), "/word/settings9.bin", type, type);
    }

    static byte[] sheet() throws IOException {
        return withProject(
                workbook(),
                "/xl/vbaProject.bin",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    }

    static byte[] slides() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("看得见");
            show.write(bytes);
        }
        return withProject(
                bytes.toByteArray(),
                "/ppt/vbaProject.bin",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml");
    }

    static byte[] wordWithControl() throws IOException {
        var parts = OfficeFiles.wordParts(OfficeFiles.paragraph("", "看得见") + """
                <w:p><w:r><w:object><w:control r:id="rId31" w:name="CommandButton1" w:shapeid="_x0000_i1025"/></w:object></w:r></w:p>
                """);
        OfficeFiles.put(
                parts,
                "word/_rels/document.xml.rels",
                OfficeFiles.relationships("styles", "styles.xml")
                        .replace(
                                "</Relationships>",
                                OfficeFiles.relationship("rId31", "control", "activeX/activeX1.xml")
                                        + "</Relationships>"));
        OfficeFiles.put(parts, "word/activeX/activeX1.xml", """
                <ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" xmlns:r="%s"
                ax:classid="{D7053240-CE69-11CD-A777-00DD01143C57}" ax:persistence="persistStreamInit" r:id="rId1"/>""".formatted(OFFICE.substring(0, OFFICE.length() - 1)));
        OfficeFiles.put(
                parts,
                "word/activeX/_rels/activeX1.xml.rels",
                OfficeFiles.relationships("styles", "activeX1.bin")
                        .replace(OFFICE + "styles", MICROSOFT + "activeXControlBinary"));
        parts.put("word/activeX/activeX1.bin", PROGRAM.getBytes(StandardCharsets.US_ASCII));
        return OfficeFiles.zip(parts);
    }

    /**
     * A shown sheet of Excel 4 macros beside an ordinary one, and the name that starts it.
     *
     * @param relation address of the relation that leads to the sheet
     */
    static byte[] sheetWithMacroSheet(String relation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(workbook()))) {
            PackagePart main = main(file);
            PackagePartName name = PackagingURIHelper.createPartName("/xl/macrosheets/sheet1.xml");
            PackagePart macros = file.createPart(name, "application/vnd.ms-excel.macrosheet+xml");
            try (OutputStream out = macros.getOutputStream()) {
                out.write("""
                        <xm:macrosheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                        xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData><row r="1"><c r="A1"><f>EXEC("%s")</f><v>0</v></c></row></sheetData></xm:macrosheet>""".formatted(PROGRAM).getBytes(StandardCharsets.UTF_8));
            }
            String id = main.addRelationship(name, TargetMode.INTERNAL, relation, "rIdMacros")
                    .getId();
            String book = new String(main.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String sheets = "<sheet xmlns:r=\"" + OFFICE.substring(0, OFFICE.length() - 1)
                    + "\" name=\"Macro1\" sheetId=\"9\" r:id=\"" + id + "\"/></sheets>"
                    + "<definedNames><definedName name=\"_xlnm.Auto_Open\" xlm=\"1\">Macro1!$A$1</definedName>"
                    + "<definedName name=\"Runs\" function=\"1\" vbProcedure=\"1\">" + PROGRAM
                    + "</definedName></definedNames>";
            try (OutputStream out = main.getOutputStream()) {
                out.write(book.replace("</sheets>", sheets).getBytes(StandardCharsets.UTF_8));
            }
            file.save(bytes);
        } catch (OpenXML4JException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    /** A Word 97 container with the storage of its macros. */
    static byte[] oldWord() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            stream(file.getRoot(), "WordDocument");
            stream(file.getRoot(), "1Table");
            fill(file.getRoot().createDirectory("Macros"));
            return bytes(file);
        }
    }

    /** An Excel 97 workbook with the storage of its macros. */
    static byte[] oldSheet() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("公示").createRow(0).createCell(0).setCellValue("看得见");
            book.write(plain);
        }
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(plain.toByteArray()))) {
            fill(file.getRoot().createDirectory("_VBA_PROJECT_CUR"));
            return bytes(file);
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("公示").createRow(0).createCell(0).setCellValue("看得见");
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] withProject(byte[] plain, String part, String type, String madeType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(plain))) {
            PackagePartName name = PackagingURIHelper.createPartName(part);
            try (OutputStream out = file.createPart(name, "application/vnd.ms-office.vbaProject")
                    .getOutputStream()) {
                out.write(project());
            }
            main(file).addRelationship(name, TargetMode.INTERNAL, MICROSOFT + "vbaProject");
            if (!type.equals(madeType)) {
                file.replaceContentType(type, madeType);
            }
            file.save(bytes);
        } catch (OpenXML4JException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    private static PackagePart main(OPCPackage file) {
        return file.getPart(file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getRelationship(0));
    }

    private static byte[] project() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            fill(container.getRoot());
            return bytes(container);
        }
    }

    private static void fill(DirectoryEntry storage) throws IOException {
        stream(storage, "PROJECT");
        stream(storage, "PROJECTwm");
        DirectoryEntry modules = storage.createDirectory("VBA");
        stream(modules, "dir");
        stream(modules, "_VBA_PROJECT");
        stream(modules, "ThisDocument");
    }

    private static void stream(DirectoryEntry storage, String name) throws IOException {
        storage.createDocument(
                name, new ByteArrayInputStream(PROGRAM.repeat(300).getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] bytes(POIFSFileSystem file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeFilesystem(bytes);
        return bytes.toByteArray();
    }
}
