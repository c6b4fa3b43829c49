package org.yangguang.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every template knows of the request it answers: the reader's language, the address, the signed-in
 * officer's name, and the texts of the bundles. Templates receive it as {@code page}.
 *
 * @param locale language of the page: {@code zh-CN} or {@code en}
 * @param path path of the request, without query
 * @param query raw query string, empty when there is none
 * @param officer display name of the signed-in officer; null for a citizen
 * @param csrf hidden-field name and value for forms
 * @param navigation entries of the public site's main navigation
 * @param console entries of the console's navigation which this officer may open
 * @param view how the reader wants pages to look
 */
public record Page(
        Locale locale,
        String path,
        String query,
        @Nullable String officer,
        Csrf csrf,
        List<NavigationEntry> navigation,
        List<ConsoleEntry> console,
        SiteIdentity site,
        MessageSource texts,
        ReadingView view) {

    private static final DateTimeFormatter LONG_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter LONG_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Digits between two separators. */
    private static final int GROUP = 3;

    public record Csrf(String parameter, String token) {}

    /** The text of {@code key} in the page's language; {@code arguments} fill {0}, {1} … */
    public String t(String key, @Nullable Object... arguments) {
        String text = texts.getMessage(key, arguments.length == 0 ? null : arguments, key, locale);
        return text == null ? key : text;
    }

    /** The language as HTML writes it. */
    public String lang() {
        return english() ? "en" : "zh-CN";
    }

    /** The classes of the root element by which the reader's view is drawn; null for the usual one. */
    public @Nullable String rootClass() {
        String classes = view.classes();
        return classes.isEmpty() ? null : classes;
    }

    public String siteName() {
        return either(site.name(), site.nameEn());
    }

    /** The address of this page in {@code language}. */
    public String in(String language) {
        StringBuilder address = new StringBuilder(path).append('?');
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty() && !parameter.startsWith("lang=")) {
                address.append(parameter).append('&');
            }
        }
        return address.append("lang=").append(language).toString();
    }

    /** 2016年2月18日, or 18 February 2016. */
    public String longDate(LocalDate date) {
        return (english() ? LONG_EN : LONG_ZH).format(date);
    }

    /** A number with its thousands separated. */
    public String number(long number) {
        String digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        if (digits.length() - first <= GROUP) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    public boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** {@code zh} on a Chinese page, {@code en} on an English one. */
    public String either(String zh, @Nullable String en) {
        return english() && en != null && !en.isBlank() ? en : zh;
    }
}
