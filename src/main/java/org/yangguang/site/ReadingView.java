package org.yangguang.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a reader wants pages to look, kept in their own cookie {@value #COOKIE}: {@code large}, {@code elder.contrast}. There are nine
 * views and no more, whatever a cookie says, so that whoever keeps rendered pages may keep one for each {@link #key()}.
 *
 * <p>{@code /assets/site.js} sets the same classes before a page is drawn; readers without scripts get them from the server.
 */
public record ReadingView(Text text, Colours colours) {

    public static final String COOKIE = "yg-view";

    public static final ReadingView USUAL = new ReadingView(Text.USUAL, Colours.USUAL);

    /** Size of the text. */
    public enum Text {
        USUAL,
        LARGE,
        /** 长辈模式: the sizes of the general design rules for older people (适老化通用设计规范). */
        ELDER
    }

    public enum Colours {
        USUAL,
        CONTRAST,
        /** 护眼: a warm ground. */
        CALM
    }

    public static ReadingView of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? USUAL
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(cookie -> parse(cookie.getValue()))
                        .orElse(USUAL);
    }

    /** Reads what a cookie says; words that it does not know it leaves out. */
    public static ReadingView parse(String value) {
        Set<String> words = Set.copyOf(Stream.of(value.split("[^a-z]+")).collect(Collectors.toSet()));
        Text text = words.contains("elder") ? Text.ELDER : words.contains("large") ? Text.LARGE : Text.USUAL;
        Colours colours =
                words.contains("contrast") ? Colours.CONTRAST : words.contains("calm") ? Colours.CALM : Colours.USUAL;
        return new ReadingView(text, colours);
    }

    /** The same for the same view; empty for the usual one. A cookie may hold it: the separator is a full stop. */
    public String key() {
        return words(".");
    }

    /** Classes of the root element; empty for the usual view. */
    public String classes() {
        return words(" ");
    }

    private String words(String separator) {
        return Stream.of(text, colours)
                .map(Enum::name)
                .filter(name -> !name.equals("USUAL"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(separator));
    }
}
