package org.yangguang.request.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.springframework.stereotype.Component;
import org.yangguang.request.Letter;
import org.yangguang.request.LetterProperties;

/** Sets a letter as a Word document in the proportions of GB/T 9704-2012, for offices that print on their own letterhead or add their seal. */
@Component
public class LetterWord {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final double TWIPS_PER_MM = 1440 / 25.4;
    private static final String RED = "D3202A";
    private static final int BODY = 16;
    private static final int SMALL = 10;
    private static final int CELL = 13;
    private static final int CELL_MARGIN = 108;
    private static final int A4_WIDTH = 210;
    private static final int LETTER_LEFT = 28;
    private static final int LETTER_RIGHT = 26;
    private static final int SHEET_LEFT = 25;
    private static final int SHEET_RIGHT = 22;
    private static final String SEAL = "（印章）";
    /** Width of the red lines, in eighths of a point. */
    private static final int RULE = 24;

    private static final int LEADING = 28;
    private static final int INDENT = 2 * BODY * 20;

    private final LetterProperties properties;

    LetterWord(LetterProperties properties) {
        this.properties = properties;
    }

    public byte[] of(Letter letter) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            if (letter.kind().staysInTheOffice()) {
                sheetPage(document);
                sheetHead(document, letter);
            } else {
                letterPage(document);
                head(document, letter);
                title(document, letter, 200);
            }
            rows(document, letter);
            if (letter.listing() != null) {
                listing(document, letter, letter.listing());
            }
            if (!letter.addressee().isBlank()) {
                text(document, letter.addressee() + "：", 0);
            }
            int last = letter.paragraphs().size() - 1;
            letter.paragraphs().subList(0, last).forEach(each -> text(document, each, INDENT));
            together(text(document, letter.paragraphs().get(last), INDENT));
            for (String each : letter.attachments()) {
                together(text(document, "附件：" + each, INDENT));
            }
            if (letter.signedByOrgan()) {
                signed(document, letter);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("the letter cannot be set as a Word document", e);
        }
    }

    private static CTSectPr page(XWPFDocument document, int top, int bottom, int left, int right) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(A4_WIDTH));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(top));
        margin.setBottom(twips(bottom));
        margin.setLeft(twips(left));
        margin.setRight(twips(right));
        return section;
    }

    /** Sheets that stay in the office have no letterhead and more room for their table. */
    private static void sheetPage(XWPFDocument document) {
        page(document, 22, 22, SHEET_LEFT, SHEET_RIGHT).getPgMar().setFooter(twips(12));
        number(
                document.createHeaderFooterPolicy().createFooter(XWPFHeaderFooterPolicy.DEFAULT),
                ParagraphAlignment.CENTER);
    }

    private static void letterPage(XWPFDocument document) {
        CTSectPr section = page(document, 30, 35, LETTER_LEFT, LETTER_RIGHT);
        section.getPgMar().setFooter(twips(25));
        XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
        XWPFParagraph line = policy.createFooter(XWPFHeaderFooterPolicy.FIRST).createParagraph();
        line.setBorderTop(Borders.THIN_THICK_SMALL_GAP);
        line.getCTP().getPPr().getPBdr().getTop().setColor(RED);
        line.getCTP().getPPr().getPBdr().getTop().setSz(BigInteger.valueOf(RULE));
        section.addNewTitlePg();
        document.setEvenAndOddHeadings(true);
        number(policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT), ParagraphAlignment.RIGHT);
        number(policy.createFooter(XWPFHeaderFooterPolicy.EVEN), ParagraphAlignment.LEFT);
    }

    /** Page numbers stand at the outer foot; the first page of a letter has none. */
    private static void number(XWPFFooter footer, ParagraphAlignment outside) {
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(outside);
        run(paragraph, "— ", "宋体", 14);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        run(paragraph, " —", "宋体", 14);
    }

    private void head(XWPFDocument document, Letter letter) {
        XWPFParagraph head = document.createParagraph();
        head.setAlignment(ParagraphAlignment.CENTER);
        head.setBorderBottom(Borders.THICK_THIN_SMALL_GAP);
        head.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
        head.getCTP().getPPr().getPBdr().getBottom().setSz(BigInteger.valueOf(RULE));
        head.setSpacingAfter(200);
        XWPFRun name =
                run(head, letter.organ(), properties.titleFont(), letter.organ().length() > 14 ? 26 : 32);
        name.setColor(RED);
        XWPFParagraph number = document.createParagraph();
        number.setAlignment(ParagraphAlignment.RIGHT);
        run(number, letter.documentNumber(), properties.bodyFont(), BODY);
    }

    private void sheetHead(XWPFDocument document, Letter letter) {
        XWPFParagraph bureau = document.createParagraph();
        bureau.setAlignment(ParagraphAlignment.CENTER);
        run(bureau, letter.organ(), properties.bodyFont(), BODY);
        title(document, letter, 80);
        XWPFParagraph number = document.createParagraph();
        number.setAlignment(ParagraphAlignment.RIGHT);
        run(number, letter.documentNumber(), properties.bodyFont(), CELL);
    }

    private void title(XWPFDocument document, Letter letter, int space) {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingBefore(space);
        title.setSpacingAfter(space);
        run(title, letter.title(), properties.titleFont(), 22);
    }

    private void rows(XWPFDocument document, Letter letter) {
        if (!letter.rows().isEmpty()) {
            List<List<String>> lines = letter.rows().stream()
                    .map(row -> List.of(row.label(), row.value()))
                    .toList();
            table(document, letter, lines, 24, 76);
        }
    }

    private void listing(XWPFDocument document, Letter letter, Letter.Listing listing) {
        int narrow = 8;
        int wide = (100 - narrow) / (listing.columns().size() - 1);
        int[] shares = listing.columns().stream()
                .mapToInt(each -> each.length() > 2 ? wide : narrow)
                .toArray();
        List<List<String>> lines = new ArrayList<>(List.of(listing.columns()));
        lines.addAll(listing.lines());
        table(document, letter, lines, shares).getRow(0).setRepeatHeader(true);
    }

    /** As wide as the text, each column with its share in hundredths; a row never breaks over two pages. */
    private XWPFTable table(XWPFDocument document, Letter letter, List<List<String>> lines, int... shares) {
        boolean sheet = letter.kind().staysInTheOffice();
        int width = A4_WIDTH - (sheet ? SHEET_LEFT + SHEET_RIGHT : LETTER_LEFT + LETTER_RIGHT);
        XWPFTable table = document.createTable(lines.size(), shares.length);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        grid.setGridColArray(new CTTblGridCol[0]);
        CTTblPr format = table.getCTTbl().getTblPr();
        format.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(twips(width).intValue());
        CTTblWidth indent = format.addNewTblInd();
        indent.setType(STTblWidth.DXA);
        indent.setW(BigInteger.valueOf(CELL_MARGIN));
        for (int column = 0; column < shares.length; column++) {
            BigInteger share = BigInteger.valueOf(twips(width).intValue() * (long) shares[column] / 100);
            grid.addNewGridCol().setW(share);
            for (int line = 0; line < lines.size(); line++) {
                table.getRow(line).setCantSplitRow(true);
                cell(table.getRow(line).getCell(column), share, lines.get(line).get(column));
            }
        }
        text(document, "", 0);
        return table;
    }

    private void cell(XWPFTableCell cell, BigInteger width, String text) {
        CTTcPr format = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        CTTblWidth share = format.isSetTcW() ? format.getTcW() : format.addNewTcW();
        share.setType(STTblWidth.DXA);
        share.setW(width);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            XWPFParagraph paragraph = line == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            run(paragraph, lines.get(line), properties.bodyFont(), CELL);
        }
    }

    /** The last paragraph stays whole and with the signature: neither stands alone on a page. */
    private static void together(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
        paragraph.getCTP().getPPr().addNewKeepLines();
    }

    private XWPFParagraph text(XWPFDocument document, String text, int indent) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(indent);
        paragraph.setAlignment(text.contains("://") ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH);
        paragraph.setSpacingBetween(LEADING, LineSpacingRule.EXACT);
        run(paragraph, text, properties.bodyFont(), BODY);
        return paragraph;
    }

    /** Name of the organ, day, and the place for its seal; beside them the code by which who is asked answers on the site. */
    private void signed(XWPFDocument document, Letter letter) throws IOException, InvalidFormatException {
        if (letter.reply().isBlank()) {
            together(text(document, "", 0));
            sign(document.createParagraph(), letter.organ(), BODY);
            sign(document.createParagraph(), DAY.format(letter.date()), BODY);
            sign(document.createParagraph(), SEAL, SMALL).setKeepNext(false);
            return;
        }
        XWPFTable beside = document.createTable(1, 2);
        beside.removeBorders();
        beside.setWidth("100%");
        XWPFTableCell left = beside.getRow(0).getCell(0);
        left.setWidth("45%");
        int side = Units.toEMU(80);
        left.getParagraphs()
                .get(0)
                .createRun()
                .addPicture(
                        new ByteArrayInputStream(QrPicture.png(letter.reply())),
                        org.apache.poi.xwpf.usermodel.Document.PICTURE_TYPE_PNG,
                        "answer.png",
                        side,
                        side);
        XWPFTableCell right = beside.getRow(0).getCell(1);
        right.setWidth("55%");
        centred(right.getParagraphs().get(0), letter.organ(), BODY);
        centred(right.addParagraph(), DAY.format(letter.date()), BODY);
        centred(right.addParagraph(), SEAL, SMALL);
    }

    /** Stays on the page of what follows: a day never stands on a page without its organ. */
    private XWPFParagraph sign(XWPFParagraph paragraph, String text, int size) {
        centred(paragraph, text, size);
        paragraph.setIndentationLeft((int) (70 * TWIPS_PER_MM));
        paragraph.setKeepNext(true);
        return paragraph;
    }

    private void centred(XWPFParagraph paragraph, String text, int size) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBetween(LEADING, LineSpacingRule.EXACT);
        run(paragraph, text, properties.bodyFont(), size);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setFontFamily(font);
        CTRPr format = run.getCTR().getRPr();
        CTFonts fonts = format.sizeOfRFontsArray() > 0 ? format.getRFontsArray(0) : format.addNewRFonts();
        fonts.setEastAsia(font);
        return run;
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MM));
    }
}
