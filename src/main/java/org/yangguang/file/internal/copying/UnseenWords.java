package org.yangguang.file.internal.copying;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Whether a page holds words that nobody sees on it and everybody can copy out: painted over with a black bar, as white as the paper, never
 * painted, beyond the edge. Only where something points to it is the page drawn and looked at; words that lie over or under a scan of the
 * page are what makes it readable and searchable, and stay.
 */
final class UnseenWords extends PDFGraphicsStreamEngine {

    private static final int DOTS = 120;
    private static final int FEWEST = 3;
    private static final float NEARLY_WHITE = 0.85f;
    private static final double OF_A_SCAN = 0.5;

    private final Rectangle2D shown;
    private final List<Rectangle2D> painted = new ArrayList<>();
    private final List<Rectangle2D> unpainted = new ArrayList<>();
    private final List<Rectangle2D> scans = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private boolean suspected;

    private UnseenWords(PDPage page) {
        super(page);
        var box = page.getCropBox();
        this.shown = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    /** @param face a page of no document yet */
    static boolean on(PDPage face) throws IOException {
        UnseenWords words = new UnseenWords(face);
        words.processPage(face);
        if (!words.suspected()) {
            return false;
        }
        try (PDDocument alone = new PDDocument()) {
            alone.addPage(face);
            BufferedImage picture = new PDFRenderer(alone).renderImageWithDPI(0, DOTS, ImageType.RGB);
            return new SeenWords(alone, picture, List.of()).unseen() >= FEWEST;
        }
    }

    private boolean suspected() {
        return suspected
                || unpainted.stream().anyMatch(word -> scans.stream().noneMatch(scan -> scan.intersects(word)));
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        if (text != null && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            Rectangle2D glyph = new Rectangle2D.Double(
                            Math.min(0.1, displacement.getX()),
                            0,
                            Math.max(0.05, Math.abs(displacement.getX()) - 0.1),
                            0.4)
                    .getBounds2D();
            Rectangle2D there =
                    place.createAffineTransform().createTransformedShape(glyph).getBounds2D();
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            if (!shown.intersects(there)) {
                suspected = true;
            } else if (!mode.isFill() && !mode.isStroke()) {
                unpainted.add(there);
            } else {
                suspected |= mode.isFill() && faint(getGraphicsState());
                painted.add(there);
            }
        }
        super.showGlyph(place, font, code, displacement);
    }

    private static boolean faint(PDGraphicsState state) throws IOException {
        if (state.getNonStrokeAlphaConstant() < 1 - NEARLY_WHITE) {
            return true;
        }
        if (state.getNonStrokingColor().isPattern()) {
            return true;
        }
        int colour = state.getNonStrokingColor().toRGB();
        float light = (0.3f * (colour >> 16 & 255) + 0.59f * (colour >> 8 & 255) + 0.11f * (colour & 255)) / 255;
        return light > NEARLY_WHITE;
    }

    private void cover(Rectangle2D area) {
        Rectangle2D clip = getGraphicsState().getCurrentClippingPath().getBounds2D();
        Rectangle2D covered = area.createIntersection(clip);
        suspected |= !suspected && painted.stream().anyMatch(covered::contains);
    }

    @Override
    public void drawImage(PDImage image) {
        Rectangle2D area = getGraphicsState()
                .getCurrentTransformationMatrix()
                .createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        if (area.getWidth() * area.getHeight() > OF_A_SCAN * shown.getWidth() * shown.getHeight()) {
            scans.add(area);
        } else {
            cover(area);
        }
    }

    @Override
    public void appendRectangle(Point2D one, Point2D two, Point2D three, Point2D four) {
        path.moveTo(one.getX(), one.getY());
        path.lineTo(two.getX(), two.getY());
        path.lineTo(three.getX(), three.getY());
        path.lineTo(four.getX(), four.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        // a clip that is missed makes a suspicion too many, and the picture of the page settles it
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x1, y1);
        }
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D point = path.getCurrentPoint();
        return point == null ? new Point2D.Float() : point;
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        if (getGraphicsState().getLineWidth() > 4) {
            cover(path.createTransformedShape(null).getBounds2D());
        }
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) {
        cover(path.getBounds2D());
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        fillPath(windingRule);
    }

    @Override
    public void shadingFill(COSName shading) {
        cover(shown);
    }
}
