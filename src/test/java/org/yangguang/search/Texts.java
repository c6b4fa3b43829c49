package org.yangguang.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Builds documents and queries in few words. */
public final class Texts {

    public static final Set<String> PUBLIC = Set.of("public");

    private static final AtomicLong NUMBERS = new AtomicLong();

    private String id = "test:" + NUMBERS.incrementAndGet();
    private String title = "";
    private String summary = "";
    private String body = "";
    private String visibility = "public";
    private @Nullable String documentNumber;
    private @Nullable String indexNumber;
    private long organ = 1;
    private String organName = "某局";
    private List<String> columns = List.of("notices");
    private @Nullable String genre = "notice";
    private @Nullable String validity;
    private List<String> keywords = List.of();
    private LocalDate date = LocalDate.of(2016, 2, 18);

    private Texts() {}

    public static Texts titled(String title) {
        Texts texts = new Texts();
        texts.title = title;
        return texts;
    }

    public Texts id(String id) {
        this.id = id;
        return this;
    }

    public Texts body(String body) {
        this.body = body;
        return this;
    }

    public Texts summary(String summary) {
        this.summary = summary;
        return this;
    }

    public Texts seenBy(String key) {
        this.visibility = key;
        return this;
    }

    public Texts documentNumber(String number) {
        this.documentNumber = number;
        return this;
    }

    public Texts indexNumber(String number) {
        this.indexNumber = number;
        return this;
    }

    public Texts organ(long organ, String name) {
        this.organ = organ;
        this.organName = name;
        return this;
    }

    public Texts columns(String... columns) {
        this.columns = List.of(columns);
        return this;
    }

    public Texts genre(@Nullable String genre) {
        this.genre = genre;
        return this;
    }

    public Texts validity(String validity) {
        this.validity = validity;
        return this;
    }

    public Texts keywords(String... keywords) {
        this.keywords = List.of(keywords);
        return this;
    }

    public Texts on(int year, int month, int day) {
        this.date = LocalDate.of(year, month, day);
        return this;
    }

    public SearchDocument document() {
        return new SearchDocument(
                id,
                "/items/" + id,
                visibility,
                title,
                summary,
                body,
                documentNumber,
                indexNumber,
                organ,
                List.of(organ),
                organName,
                columns,
                null,
                genre,
                validity,
                keywords,
                date,
                date.getYear());
    }

    public static SearchQuery query(String text) {
        return SearchQuery.of(text, SearchQuery.Sort.RELEVANCE, 20);
    }
}
