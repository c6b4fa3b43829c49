package org.yangguang.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF, page by page. */
final class PdfWords extends PDFTextStripper {

    private final List<List<PdfWord>> pages = new ArrayList<>();
    private final Patience patience;
    private int letters;

    PdfWords(Patience patience) {
        this.patience = patience;
        setSortByPosition(true);
    }

    List<List<PdfWord>> pages() {
        return pages;
    }

    int letters() {
        return letters;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        patience.check();
        super.processOperator(operator, operands);
    }

    @Override
    protected void startPage(org.apache.pdfbox.pdmodel.PDPage page) {
        pages.add(new ArrayList<>());
    }

    /** A run of characters without a gap that is wider than half a character. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        List<TextPosition> run = new ArrayList<>();
        for (TextPosition position : positions) {
            if (!run.isEmpty()) {
                TextPosition last = run.get(run.size() - 1);
                float gap = position.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
                if (gap > 0.5f * position.getFontSizeInPt()
                        || position.getUnicode().isBlank()) {
                    add(run);
                    run = new ArrayList<>();
                }
            }
            if (!position.getUnicode().isBlank()) {
                run.add(position);
            }
        }
        add(run);
    }

    private void add(List<TextPosition> run) {
        if (run.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        run.forEach(position -> text.append(position.getUnicode()));
        TextPosition first = run.get(0);
        TextPosition last = run.get(run.size() - 1);
        letters += (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        pages.get(pages.size() - 1)
                .add(new PdfWord(
                        text.toString(),
                        first.getXDirAdj(),
                        last.getXDirAdj() + last.getWidthDirAdj(),
                        first.getYDirAdj(),
                        first.getFontSizeInPt()));
    }
}
