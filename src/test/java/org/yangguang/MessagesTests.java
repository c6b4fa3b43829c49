package org.yangguang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words on pages: complete in both languages, and none that a template asks for is missing. */
class MessagesTests {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ASKED_FOR = Pattern.compile("page\\.t\\(\"([^\"]+)\"\\s*[,)]");

    private final Properties chinese = bundle("zh_CN");
    private final Properties english = bundle("en");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        for (String language : List.of("zh_CN", "en")) {
            List<String> keys =
                    Files.readAllLines(Path.of("src/main/resources/messages_" + language + ".properties")).stream()
                            .filter(line -> line.matches("[\\w.-]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void englishTextsHoldNoChinese() {
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> CHINESE.matcher(english.getProperty(key)).find())
                .filteredOn(key -> !key.startsWith("site.language"))
                .isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(chinese.stringPropertyNames())
                .filteredOn(key -> !arguments(chinese.getProperty(key)).equals(arguments(english.getProperty(key, ""))))
                .isEmpty();
    }

    @Test
    void textsWithArgumentsAreWellFormed() {
        for (Properties bundle : List.of(chinese, english)) {
            for (String key : bundle.stringPropertyNames()) {
                String text = bundle.getProperty(key);
                if (!arguments(text).isEmpty()) {
                    assertThat(new MessageFormat(text).getFormatsByArgumentIndex())
                            .as(key)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher asked = ASKED_FOR.matcher(Files.readString(template));
                while (asked.find()) {
                    if (!chinese.containsKey(asked.group(1))) {
                        missing.add(template.getFileName() + ": " + asked.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{(\\d)").matcher(text);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found;
    }

    private static Properties bundle(String language) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTests.class.getResourceAsStream("/messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
