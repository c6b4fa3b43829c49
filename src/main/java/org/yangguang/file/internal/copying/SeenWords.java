package org.yangguang.file.internal.copying;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the words of a page, glyph by glyph, where its picture shows something: none that touches an area, lies outside of the page, is as
 * white as the paper or has been painted over. Words that were never painted, as recognition puts them over a scan, do not always lie
 * where the scan shows them: next to an area they go line by line.
 */
final class SeenWords extends PDFTextStripper {

    /** @param x,y where it starts, in points from the top left of the page as it is shown */
    record Run(String text, float x, float y, float size) {}

    private static final double SIDE = 0.15;
    private static final int LEAST_CONTRAST = 16;

    private final BufferedImage picture;
    private final double scale;
    private final List<Rectangle2D> areas;
    private final int turned;
    private final float width;
    private final float height;
    private final List<Run> runs = new ArrayList<>();
    private final Set<TextPosition> unpainted = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unseen;

    /**
     * @param page a document of one page
     * @param picture the page's, with the areas covered
     */
    SeenWords(PDDocument page, BufferedImage picture, List<Rectangle2D> areas) throws IOException {
        this.picture = picture;
        this.areas = areas;
        this.turned = page.getPage(0).getRotation();
        boolean lying = turned % 180 != 0;
        var box = page.getPage(0).getCropBox();
        this.width = lying ? box.getHeight() : box.getWidth();
        this.height = lying ? box.getWidth() : box.getHeight();
        this.scale = picture.getWidth() / width;
        setSuppressDuplicateOverlappingText(false);
        getText(page);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    /** How many glyphs are in the page that its picture does not show; blanks do not count. */
    int unseen() {
        return unseen;
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (!mode.isFill() && !mode.isStroke()) {
            unpainted.add(glyph);
        }
        super.processTextPosition(glyph);
    }

    @Override
    protected void writeString(String text, List<TextPosition> glyphs) {
        boolean besideArea = glyphs.stream().anyMatch(each -> unpainted.contains(each) && touches(each, reach(each)));
        StringBuilder run = new StringBuilder();
        TextPosition first = null;
        boolean seen = true;
        for (TextPosition glyph : glyphs) {
            seen = seen(glyph, seen);
            unseen += seen ? 0 : 1;
            if (seen && !touches(glyph, 0) && !(besideArea && unpainted.contains(glyph))) {
                first = first == null ? glyph : first;
                run.append(glyph.getUnicode());
            } else {
                end(run, first);
                first = null;
            }
        }
        end(run, first);
    }

    private void end(StringBuilder run, @Nullable TextPosition first) {
        if (first != null && !run.isEmpty()) {
            runs.add(new Run(run.toString(), first.getX(), first.getY(), Math.min(200, first.getFontSizeInPt())));
        }
        run.setLength(0);
    }

    private static double reach(TextPosition glyph) {
        return Math.max(Math.max(glyph.getWidth(), glyph.getHeight()), Math.max(2, glyph.getFontSizeInPt()));
    }

    /** However the glyph is turned, it lies within a square around its origin as wide as it is high or broad. */
    private boolean touches(TextPosition glyph, double more) {
        double reach = reach(glyph);
        Rectangle2D box = direction(glyph) == 0
                ? new Rectangle2D.Double(
                        glyph.getX(),
                        glyph.getY() - reach - more,
                        Math.max(glyph.getWidth(), 1),
                        reach * 1.35 + 2 * more)
                : new Rectangle2D.Double(
                        glyph.getX() - reach - more,
                        glyph.getY() - reach - more,
                        2 * (reach + more),
                        2 * (reach + more));
        return areas.stream().anyMatch(box::intersects);
    }

    /** Blanks and points have too little ink to tell; they go with the letter before them. */
    private boolean seen(TextPosition glyph, boolean before) {
        if (!glyph.getUnicode().codePoints().anyMatch(Character::isLetterOrDigit)) {
            return before;
        }
        boolean onPage = glyph.getX() >= 0 && glyph.getY() >= 0 && glyph.getX() <= width && glyph.getY() <= height;
        return onPage && !plain(inked(glyph));
    }

    /**
     * Where a letter of any script has ink: from its base half its size up, less a little at its sides, where the edge of something
     * that covers it might lie.
     */
    private Rectangle2D inked(TextPosition glyph) {
        double x = glyph.getX();
        double y = glyph.getY();
        double size = Math.max(1, Math.max(glyph.getYScale(), glyph.getFontSizeInPt()));
        double along = Math.max(1, glyph.getWidthDirAdj()) * (1 - 2 * SIDE);
        double side = Math.max(1, glyph.getWidthDirAdj()) * SIDE;
        double up = size / 2;
        if (glyph.getFont().isVertical()) {
            return new Rectangle2D.Double(x - size / 3, y + size / 6, size / 1.5, size / 1.5);
        }
        return switch (direction(glyph)) {
            case 90 -> new Rectangle2D.Double(x - up, y - side - along, up, along);
            case 180 -> new Rectangle2D.Double(x - side - along, y, along, up);
            case 270 -> new Rectangle2D.Double(x, y + side, up, along);
            default -> new Rectangle2D.Double(x + side, y - up, along, up);
        };
    }

    /** Of the words on the page as it is shown: 0 is level, 90 upwards. */
    private int direction(TextPosition glyph) {
        return Math.floorMod((int) glyph.getDir() - turned, 360);
    }

    private boolean plain(Rectangle2D box) {
        int left = (int) Math.max(0, Math.floor(box.getMinX() * scale));
        int top = (int) Math.max(0, Math.floor(box.getMinY() * scale));
        int right = (int) Math.min(picture.getWidth(), Math.ceil(box.getMaxX() * scale));
        int bottom = (int) Math.min(picture.getHeight(), Math.ceil(box.getMaxY() * scale));
        if (left >= right || top >= bottom) {
            return true;
        }
        int first = picture.getRGB(left, top);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (unlike(first, picture.getRGB(x, y))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean unlike(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 255) - (other >> shift & 255)) >= LEAST_CONTRAST) {
                return true;
            }
        }
        return false;
    }
}
