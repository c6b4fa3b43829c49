package org.yangguang.site.internal;

import java.util.Optional;

/**
 * HTML that is nothing but paragraphs and headings of plain text one after another, as most documents are: no attribute, no element
 * within another, no sign that is not seen. One pass proves it, and what is proven so is safe as it stands.
 */
public final class FlatMarkup {

    private final String html;
    private final StringBuilder text;
    private int at;

    private FlatMarkup(String html) {
        this.html = html;
        this.text = new StringBuilder(html.length());
    }

    /** The text, a line for each block, or nothing when the HTML is of another kind; then nothing is said about it. */
    public static Optional<String> text(String html) {
        FlatMarkup markup = new FlatMarkup(html);
        return markup.blocks() ? Optional.of(markup.text.toString()) : Optional.empty();
    }

    private boolean blocks() {
        while (at < html.length()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            if (!block()) {
                return false;
            }
            int block = at;
            while (at < html.length() && html.charAt(at) == '\n') {
                at++;
            }
            if (at == html.length() && at > block) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private boolean block() {
        int name = nameLength();
        if (name == 0) {
            return false;
        }
        String closing = "</" + html.substring(at + 1, at + 1 + name) + ">";
        at += name + 2;
        int before = text.length();
        boolean whole = words(before) && text.length() > before && html.startsWith(closing, at);
        at += closing.length();
        return whole;
    }

    /** How long the name of the block is that begins here: {@code p}, {@code h2} to {@code h6}; 0 when none of them does. */
    private int nameLength() {
        if (html.startsWith("<p>", at)) {
            return 1;
        }
        boolean heading = html.startsWith("<h", at)
                && at + 3 < html.length()
                && html.charAt(at + 2) >= '2'
                && html.charAt(at + 2) <= '6'
                && html.charAt(at + 3) == '>';
        return heading ? 2 : 0;
    }

    private boolean words(int before) {
        boolean space = false;
        while (at < html.length() && html.charAt(at) != '<') {
            char sign = html.charAt(at);
            if (sign == '&') {
                sign = named();
            } else if (!plain(sign)) {
                return false;
            }
            if (sign == 0) {
                return false;
            }
            if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
                space = true;
            } else {
                if (space && text.length() > before) {
                    text.append(' ');
                }
                space = false;
                text.append(sign);
            }
            at++;
        }
        return true;
    }

    /** The sign that a reference names, standing on its last character afterwards; 0 when it is none of the three. */
    private char named() {
        String[] names = {"&amp;", "&lt;", "&gt;"};
        for (int i = 0; i < names.length; i++) {
            if (html.startsWith(names[i], at)) {
                at += names[i].length() - 1;
                return "&<>".charAt(i);
            }
        }
        return 0;
    }

    /** Seen, of one unit, and without a meaning in markup or templates. */
    private static boolean plain(char sign) {
        if (sign < 0xA1) {
            return sign == '\n' || (sign >= ' ' && sign < 0x7F && sign != '>' && sign != '{');
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
