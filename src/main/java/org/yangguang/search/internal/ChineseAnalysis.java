package org.yangguang.search.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How text becomes terms. {@link #CHARACTERS} gives every Chinese character and every pair of neighbours, so that any piece of text is
 * found as a phrase, one character too; {@link #QUERY} asks for as few of these as a phrase needs; {@link #WORDS} gives the words of
 * a dictionary and tells 长安 from 校长安排.
 */
final class ChineseAnalysis implements LuceneAnalysisConfigurer {

    /** To be raised when terms change: an index of another version is built anew. */
    static final int VERSION = 2;

    static final String CHARACTERS = "characters";
    static final String QUERY = "query";
    static final String WORDS = "words";

    private static final CharArraySet NO_WORDS =
            new CharArraySet(List.of(",", "的", "了", "和", "与", "及", "或", "在"), false);

    static final Analyzer INDEX_ANALYZER = new CharacterAnalyzer(false);
    static final Analyzer QUERY_ANALYZER = new CharacterAnalyzer(true);
    static final Analyzer WORD_ANALYZER = new WordAnalyzer();

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(CHARACTERS).instance(INDEX_ANALYZER);
        context.analyzer(QUERY).instance(QUERY_ANALYZER);
        context.analyzer(WORDS).instance(WORD_ANALYZER);
    }

    /** The terms that {@code analyzer} makes of {@code text}. */
    static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** Where the words of {@code text} begin. */
    static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        try (TokenStream stream = WORD_ANALYZER.tokenStream("", text)) {
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                starts.add(offset.startOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return starts;
    }

    private abstract static class FoldingAnalyzer extends Analyzer {

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new FoldingReader(reader);
        }

        @Override
        protected Reader initReaderForNormalization(String field, Reader reader) {
            return new FoldingReader(reader);
        }
    }

    private static final class CharacterAnalyzer extends FoldingAnalyzer {

        private final boolean asking;

        CharacterAnalyzer(boolean asking) {
            this.asking = asking;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream pairs = new CJKBigramFilter(tokenizer, 0xff, true);
            return new TokenStreamComponents(tokenizer, asking ? new CoveredCharacters(pairs) : pairs);
        }
    }

    private static final class WordAnalyzer extends FoldingAnalyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            HMMChineseTokenizer tokenizer = new HMMChineseTokenizer();
            return new TokenStreamComponents(tokenizer, new StopFilter(tokenizer, NO_WORDS));
        }
    }
}
