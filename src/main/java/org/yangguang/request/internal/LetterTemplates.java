package org.yangguang.request.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yangguang.calendar.Regime;
import org.yangguang.request.Article;
import org.yangguang.request.LetterKind;
import org.yangguang.request.ReplyKind;

/** The reviewed templates of letters, read from {@code /request/letters.yaml}; a template that cites an article that does not exist stops the program from starting. */
@Component
public final class LetterTemplates {

    private static final String FILE = "/request/letters.yaml";
    private static final Pattern PLACE = Pattern.compile("\\{article:([^}]+)}");
    private static final Pattern ARTICLE = Pattern.compile("([A-Z]+_[0-9_]+?)(?:-(\\d+))?(?:-(\\d+))?");

    private final String version;
    private final String opening;
    private final List<Template> templates = new ArrayList<>();
    private final Map<ReplyKind, List<String>> replies = new EnumMap<>(ReplyKind.class);

    /** To whom a letter goes. */
    public enum To {
        NONE,
        APPLICANT,
        PARTY,
        ORGAN,
        RECEIVER
    }

    /** One template. @param text paragraphs with places in braces */
    public record Template(LetterKind kind, List<Regime> regimes, String title, To to, List<String> text) {}

    public LetterTemplates() {
        Map<String, Object> file = read();
        version = String.valueOf(file.get("version"));
        opening = checked(String.valueOf(file.get("opening")));
        map(file.get("replies")).forEach((kind, text) -> replies.put(ReplyKind.valueOf(kind), texts(text)));
        for (Object each : (List<?>) Objects.requireNonNull(file.get("letters"))) {
            Map<String, Object> one = map(each);
            templates.add(new Template(
                    LetterKind.valueOf(String.valueOf(one.get("kind"))),
                    ((List<?>) Objects.requireNonNull(one.get("regimes")))
                            .stream()
                                    .map(name -> Regime.valueOf(String.valueOf(name)))
                                    .toList(),
                    String.valueOf(one.get("title")),
                    To.valueOf(String.valueOf(one.get("to")).toUpperCase(java.util.Locale.ROOT)),
                    texts(one.get("text"))));
        }
    }

    public String version() {
        return version;
    }

    public String opening() {
        return opening;
    }

    public Optional<Template> find(LetterKind kind, Regime regime) {
        return templates.stream()
                .filter(each -> each.kind() == kind && each.regimes().contains(regime))
                .findFirst();
    }

    /** What a reply of this kind says. */
    public Optional<List<String>> reply(ReplyKind kind) {
        return Optional.ofNullable(replies.get(kind));
    }

    /** The articles that a template names itself. */
    static List<Article> articles(String text) {
        List<Article> found = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            found.add(article(place.group(1)));
        }
        return found;
    }

    /** {@code ORDER_711-36-2}. */
    static Article article(String written) {
        Matcher parts = ARTICLE.matcher(written);
        if (!parts.matches()) {
            throw new IllegalStateException(FILE + " cites " + written + ", which is no article");
        }
        return Article.of(Article.Source.valueOf(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String checked(String text) {
        for (Article article : articles(text)) {
            int last = article.source() == Article.Source.ORDER_711 ? 56 : 38;
            if (article.number() > last) {
                throw new IllegalStateException(FILE + " cites " + article + ", which does not exist");
            }
        }
        return text;
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(each -> checked(String.valueOf(each))).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object yaml) {
        return (Map<String, Object>) Objects.requireNonNull(yaml);
    }

    private static Map<String, Object> read() {
        try (InputStream in = Objects.requireNonNull(LetterTemplates.class.getResourceAsStream(FILE), FILE)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
