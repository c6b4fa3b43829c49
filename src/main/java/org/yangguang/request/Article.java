package org.yangguang.request;

import java.util.Set;

/**
 * Where a rule stands.
 *
 * @param number article, 0 when the document has none or it is not known
 * @param item numbered item (项) of the article, or its paragraph (款) where {@link #byParagraph()} says so; 0 for the whole
 */
public record Article(Source source, int number, int item) {

    /** Documents that rules come from. */
    public enum Source {
        /** 《政府信息公开条例》 of 2007, State Council Order No. 492. */
        ORDER_492,
        /** 《政府信息公开条例》 of 2019, State Council Order No. 711. */
        ORDER_711,
        /** 国办公开办函〔2015〕207号, on dates of receipt. */
        LETTER_2015_207,
        /** 国办公开办函〔2016〕235号, on the service of replies. */
        LETTER_2016_235,
        /** 国办函〔2020〕109号, the measure on information processing fees. */
        FEES_2020,
        /** What offices do without a rule that says so. */
        PRACTICE
    }

    /** Articles 16 and 39 of the Regulations of 2019 have paragraphs and no numbered items. */
    private static final Set<Integer> BY_PARAGRAPH_2019 = Set.of(16, 39);

    /** Whether {@link #item()} counts paragraphs. */
    public boolean byParagraph() {
        return source == Source.ORDER_711 && BY_PARAGRAPH_2019.contains(number);
    }

    public static Article of(Source source, int number) {
        return new Article(source, number, 0);
    }

    public static Article of(Source source, int number, int item) {
        return new Article(source, number, item);
    }

    /** Written as {@code ORDER_711-36-1}. */
    @Override
    public String toString() {
        return source + (number == 0 ? "" : "-" + number) + (item == 0 ? "" : "-" + item);
    }
}
