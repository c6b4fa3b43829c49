package org.yangguang.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.yangguang.statistics.Label;

/**
 * A sentence of the message bundles with what goes into it.
 *
 * @param key the key below {@code report.check.}
 * @param arguments texts, or labels that follow the reader's language
 */
public record Sentence(String key, List<Object> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /**
     * The sentence in the language of {@code locale}.
     *
     * @param texts gives the words of a key with arguments
     */
    public String in(Locale locale, BiFunction<String, Object[], String> texts) {
        Object[] words = arguments.stream()
                .map(each -> each instanceof Label label
                        ? label.in(locale)
                        : each instanceof Sentence part ? part.in(locale, texts) : each)
                .toArray();
        return texts.apply("report.check." + key, words);
    }
}
