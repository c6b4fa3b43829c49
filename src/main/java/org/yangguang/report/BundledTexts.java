package org.yangguang.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;

/** The words of the message bundles for whoever runs without the site. */
public final class BundledTexts {

    private BundledTexts() {}

    /** The text of {@code key}; Chinese unless {@code locale} is English. */
    public static String of(Locale locale, String key, Object... words) {
        Locale known = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new MessageFormat(ResourceBundle.getBundle("messages", known).getString(key), known).format(words);
    }

    public static BiFunction<String, Object[], String> in(Locale locale) {
        return (key, words) -> of(locale, key, words);
    }
}
