package org.yangguang.file;

/**
 * An area of a page that must not be readable, and why.
 *
 * @param page 1 for the first
 * @param x left edge as a fraction of the width of the page as it is shown, turned and cropped; {@code y} from the top
 * @param ground why it is covered; stands in the black area where there is room
 */
public record RedactionMark(int page, double x, double y, double width, double height, String ground) {

    public RedactionMark {
        boolean inside = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001;
        if (page < 1 || !inside || ground.isBlank() || ground.length() > 100) {
            throw new IllegalArgumentException("no area of a page with a ground");
        }
    }
}
