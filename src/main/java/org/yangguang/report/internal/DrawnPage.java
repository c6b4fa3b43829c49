package org.yangguang.report.internal;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What a page of a PDF of ours shows: runs of characters and filled rectangles, of which table lines consist. Lengths are points from the
 * upper left corner.
 */
record DrawnPage(double width, double height, List<Run> runs, List<Box> boxes) {

    /** Characters on one line that follow on each other. */
    record Run(String text, double x, double baseline, double size) {}

    record Box(double x, double y, double width, double height) {}

    static DrawnPage of(PDPage page) throws IOException {
        Reader reader = new Reader(page);
        reader.processPage(page);
        PDRectangle box = page.getMediaBox();
        return new DrawnPage(box.getWidth(), box.getHeight(), List.copyOf(reader.runs), List.copyOf(reader.boxes));
    }

    private static final class Reader extends PDFGraphicsStreamEngine {

        private static final double NEAR = 0.02;
        private static final double THINNEST = 0.3;

        private final double height;
        private final List<Run> runs = new ArrayList<>();
        private final List<Box> boxes = new ArrayList<>();
        private final List<Rectangle2D> path = new ArrayList<>();
        private Point2D at = new Point2D.Double();
        private double runEnds;

        Reader(PDPage page) {
            super(page);
            height = page.getMediaBox().getHeight();
        }

        @Override
        protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
            String text = font.toUnicode(code);
            double size = place.getScalingFactorY();
            double x = place.getTranslateX();
            double baseline = height - place.getTranslateY();
            if (text == null || text.isEmpty()) {
                return;
            }
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null
                    && Math.abs(last.baseline() - baseline) < NEAR
                    && Math.abs(last.size() - size) < NEAR
                    && Math.abs(runEnds - x) < size * NEAR) {
                runs.set(runs.size() - 1, new Run(last.text() + text, last.x(), baseline, size));
            } else {
                runs.add(new Run(text, x, baseline, size));
            }
            runEnds = x + displacement.getX() * place.getScalingFactorX();
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            Rectangle2D box = new Rectangle2D.Double(p0.getX(), p0.getY(), 0, 0);
            box.add(p2);
            path.add(box);
        }

        @Override
        public void moveTo(float x, float y) {
            at = new Point2D.Double(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            Rectangle2D box = new Rectangle2D.Double(at.getX(), at.getY(), 0, 0);
            box.add(x, y);
            path.add(box);
            at = new Point2D.Double(x, y);
        }

        @Override
        public void strokePath() {
            double line = Math.max(THINNEST, transformWidth(getGraphicsState().getLineWidth()));
            for (Rectangle2D each : path) {
                boxes.add(new Box(
                        each.getMinX() - line / 2,
                        height - each.getMaxY() - line / 2,
                        each.getWidth() + line,
                        each.getHeight() + line));
            }
            path.clear();
        }

        @Override
        public void fillPath(int windingRule) {
            Rectangle2D whole = null;
            for (Rectangle2D each : path) {
                whole = whole == null ? (Rectangle2D) each.clone() : whole.createUnion(each);
            }
            if (whole != null) {
                boxes.add(new Box(
                        whole.getMinX(),
                        height - whole.getMaxY(),
                        Math.max(THINNEST, whole.getWidth()),
                        Math.max(THINNEST, whole.getHeight())));
            }
            path.clear();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            fillPath(windingRule);
        }

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public Point2D getCurrentPoint() {
            return at;
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            at = new Point2D.Double(x3, y3);
        }

        @Override
        public void closePath() {}

        @Override
        public void clip(int windingRule) {}

        @Override
        public void drawImage(PDImage image) {}

        @Override
        public void shadingFill(COSName name) {}
    }
}
