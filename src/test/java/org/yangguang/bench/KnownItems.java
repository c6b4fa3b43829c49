package org.yangguang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yangguang.search.Search;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;

/**
 * Laws and rules of a corpus, and questions to which one of them is the answer: its title, a sentence of its text that stands in no
 * other law, and how a citizen might ask for it. Another version of the same law is as good an answer.
 */
public final class KnownItems {

    public static final Path CORPUS = Path.of("../shared/data/corpus");

    private static final Set<String> PUBLIC = Set.of("public");
    private static final Pattern SENTENCE = Pattern.compile("[。；！？\\n]");
    private static final Pattern VERSION = Pattern.compile("\\(\\d{4}-\\d{2}-\\d{2}\\)|\\.md$");

    /** One law in one version. */
    public record Law(String id, String name, String title, String text) {

        public SearchDocument document() {
            return new SearchDocument(
                    id,
                    "/items/" + id,
                    "public",
                    title,
                    "",
                    text,
                    null,
                    null,
                    1,
                    List.of(1L),
                    "法制办",
                    List.of("statutory"),
                    null,
                    null,
                    null,
                    List.of(),
                    LocalDate.of(2016, 2, 18),
                    2016);
        }
    }

    /** What is asked and which law, in whatever version, is meant. */
    public record Question(String text, String name) {}

    /**
     * How well questions were answered.
     *
     * @param mrr mean of 1 / rank of the first right answer, 0 when it is not among the first ten
     * @param recall part of the questions with the right answer among the first ten
     */
    public record Figures(int questions, double mrr, double recall, List<String> missed) {}

    private final List<Law> laws;
    private final Map<String, String> names = new HashMap<>();

    private KnownItems(List<Law> laws) {
        this.laws = laws;
        laws.forEach(law -> names.put(law.id(), law.name()));
    }

    public static KnownItems read() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            List<Law> laws = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                String title = text.lines().findFirst().orElse("").replaceFirst("^#+ *", "");
                String name = VERSION.matcher(file.getFileName().toString()).replaceAll("");
                laws.add(new Law("law:" + laws.size(), name, title, text.substring(text.indexOf('\n') + 1)));
            }
            return new KnownItems(List.copyOf(laws));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Law> laws() {
        return laws;
    }

    public List<Question> titles() {
        return laws.stream().map(law -> new Question(law.title(), law.name())).toList();
    }

    /** One sentence of 12 to 60 characters of each law that has one, the same in every run. */
    public List<Question> sentences() {
        Map<String, Set<String>> where = new HashMap<>();
        laws.forEach(law -> sentences(law).forEach(sentence -> where.computeIfAbsent(sentence, none -> new HashSet<>())
                .add(law.name())));
        List<Question> questions = new ArrayList<>();
        Random random = new Random(20160218);
        for (Law law : laws) {
            List<String> own = sentences(law).stream()
                    .filter(sentence -> where.get(sentence).size() == 1)
                    .toList();
            if (!own.isEmpty()) {
                questions.add(new Question(own.get(random.nextInt(own.size())), law.name()));
            }
        }
        return questions;
    }

    private static List<String> sentences(Law law) {
        return SENTENCE.splitAsStream(law.text())
                .map(sentence ->
                        sentence.replaceFirst("^第[一二三四五六七八九十百零]+条\\s*", "").strip())
                .filter(sentence -> sentence.length() >= 12 && sentence.length() <= 60 && !sentence.startsWith("#"))
                .toList();
    }

    /** How citizens may ask, written by hand for a hundred laws. */
    public static List<Question> paraphrases() {
        try (InputStream in = Objects.requireNonNull(KnownItems.class.getResourceAsStream("/bench/paraphrases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Question(parts[1], parts[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Figures ask(Search search, List<Question> questions) {
        double reciprocal = 0;
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (Question question : questions) {
            int rank = rank(search, question);
            if (rank > 0) {
                reciprocal += 1.0 / rank;
                found++;
            }
            if (rank != 1) {
                missed.add(rank + " " + question.name() + ": " + question.text());
            }
        }
        int asked = questions.size();
        return new Figures(asked, reciprocal / asked, (double) found / asked, missed);
    }

    private int rank(Search search, Question question) {
        SearchQuery query = SearchQuery.of(question.text(), SearchQuery.Sort.RELEVANCE, 10);
        int rank = 0;
        for (SearchResult.Hit hit : search.find(query, PUBLIC).hits()) {
            rank++;
            if (question.name().equals(names.get(hit.id()))) {
                return rank;
            }
        }
        return 0;
    }
}
