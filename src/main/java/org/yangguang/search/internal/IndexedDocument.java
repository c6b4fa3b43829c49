package org.yangguang.search.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;
import org.yangguang.search.SearchDocument;

/**
 * A document as it lies in the index.
 *
 * @param titleStart beginning of the folded title, for suggestions
 * @param sounds how the title sounds from each of its words on, for suggestions
 * @param text summary and body; passages are cut from it
 * @param about what is known of it besides: organ, numbers, keywords
 * @param words title and opening of the text, as words
 * @param numbers keys of its document number and index number
 * @param tie puts what is equally good into an order that stays, whatever becomes of the files of the index
 */
@SearchEntity
@Indexed(index = IndexedDocument.INDEX)
record IndexedDocument(
        @DocumentId String id,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES)
        String url,

        @KeywordField String visibility,

        @FullTextField(
                analyzer = ChineseAnalysis.CHARACTERS,
                searchAnalyzer = ChineseAnalysis.QUERY,
                projectable = Projectable.YES)
        String title,

        @KeywordField String titleStart,

        @KeywordField List<String> sounds,

        @FullTextField(
                analyzer = ChineseAnalysis.CHARACTERS,
                searchAnalyzer = ChineseAnalysis.QUERY,
                projectable = Projectable.YES)
        String text,

        @FullTextField(analyzer = ChineseAnalysis.CHARACTERS, searchAnalyzer = ChineseAnalysis.QUERY, norms = Norms.NO)
        String about,

        @FullTextField(analyzer = ChineseAnalysis.WORDS, norms = Norms.NO)
        String words,

        @KeywordField List<String> numbers,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES) @Nullable
        String documentNumber,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES) @Nullable
        String indexNumber,

        @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES)
        String organ,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES)
        String organName,

        @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES)
        List<String> columns,

        @KeywordField @Nullable String subject,

        @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES) @Nullable
        String genre,

        @KeywordField(aggregable = Aggregable.YES, projectable = Projectable.YES) @Nullable
        String validity,

        @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
        LocalDate date,

        @KeywordField(aggregable = Aggregable.YES) String year,

        @KeywordField(searchable = Searchable.NO, sortable = Sortable.YES)
        String tie) {

    static final String INDEX = "documents";

    /** So many characters of a title are kept as they are, to find it by its beginning or as a whole. */
    static final int TITLE_START = 80;

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final int LONGEST_KEYWORD = 200;
    private static final int OPENING = 200;

    static IndexedDocument of(SearchDocument d) {
        String title = Folding.limit(Folding.clean(d.title()), LONGEST_TITLE);
        String text =
                text(Folding.clean(d.summary()).strip(), Folding.clean(d.body()).strip());
        return new IndexedDocument(
                d.id(),
                d.url(),
                d.visibility(),
                title,
                Folding.fold(Folding.limit(title, TITLE_START)),
                Pinyin.sounds(title),
                text,
                about(d),
                title + "\n" + Folding.limit(text, OPENING),
                Stream.of(d.documentNumber(), d.indexNumber())
                        .filter(number -> number != null && !number.isBlank())
                        .map(Folding::numberKey)
                        .filter(key -> !key.isEmpty())
                        .toList(),
                d.documentNumber(),
                d.indexNumber(),
                Long.toString(d.organ()),
                d.organName(),
                d.columns().stream().map(IndexedDocument::keyword).toList(),
                keyword(d.subject()),
                keyword(d.genre()),
                keyword(d.validity()),
                d.date(),
                Integer.toString(d.year()),
                d.id());
    }

    private static String text(String summary, String body) {
        String text = summary.isEmpty() || body.startsWith(summary) ? body : summary + "\n" + body;
        return Folding.limit(text, LONGEST_TEXT);
    }

    private static String about(SearchDocument d) {
        StringBuilder about = new StringBuilder(d.organName());
        if (d.documentNumber() != null) {
            about.append('\n').append(d.documentNumber());
        }
        if (d.indexNumber() != null) {
            about.append('\n').append(d.indexNumber());
        }
        d.keywords().forEach(keyword -> about.append('\n').append(keyword));
        return Folding.limit(Folding.clean(about.toString()), LONGEST_TITLE);
    }

    private static @Nullable String keyword(@Nullable String value) {
        return value == null ? null : Folding.limit(value, LONGEST_KEYWORD);
    }
}
