package org.yangguang.request.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
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
            page(document);
            head(document, letter);
            title(document, letter);
            rows(document, letter);
            if (!letter.addressee().isBlank()) {
                text(document, letter.addressee() + "：", 0);
            }
            letter.paragraphs().forEach(each -> text(document, each, INDENT));
            for (String each : letter.attachments()) {
                text(document, "附件：" + each, INDENT);
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

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(30));
        margin.setBottom(twips(35));
        margin.setLeft(twips(28));
        margin.setRight(twips(26));
        margin.setFooter(twips(25));
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

    private void title(XWPFDocument document, Letter letter) {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingBefore(300);
        title.setSpacingAfter(300);
        run(title, letter.title(), properties.titleFont(), 22);
    }

    private void rows(XWPFDocument document, Letter letter) {
        if (letter.rows().isEmpty()) {
            return;
        }
        XWPFTable table = document.createTable(letter.rows().size(), 2);
        table.setWidth("100%");
        for (int i = 0; i < letter.rows().size(); i++) {
            cell(table, i, 0, letter.rows().get(i).label());
            cell(table, i, 1, letter.rows().get(i).value());
        }
        text(document, "", 0);
    }

    private void cell(XWPFTable table, int row, int column, String text) {
        table.getRow(row).getCell(column).setWidth(column == 0 ? "25%" : "75%");
        run(table.getRow(row).getCell(column).getParagraphs().get(0), text, properties.bodyFont(), 13);
    }

    private void text(XWPFDocument document, String text, int indent) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(indent);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setSpacingBetween(LEADING, LineSpacingRule.EXACT);
        run(paragraph, text, properties.bodyFont(), BODY);
    }

    /** Name of the organ, day, and the place for its seal; beside them the code by which who is asked answers on the site. */
    private void signed(XWPFDocument document, Letter letter) throws IOException, InvalidFormatException {
        if (letter.reply().isBlank()) {
            text(document, "", 0);
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
