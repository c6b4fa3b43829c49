package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yangguang.report.Known;
import org.yangguang.report.Known.Indicator;
import org.yangguang.report.Remark;

/**
 * The text of a chapter in which figures are bound: <code>{{main.3.1.year}}</code> a figure, <code>{{share A of B}}</code> its percentage,
 * <code>{{trend A}}</code> the change on the year before in words, <code>{{parts P}}</code> a whole list with shares that add up to 100.
 * Paragraphs are lines; 一、 （一） and 1. at the start of a short line without full stop make it a heading.
 */
record BoundText(List<Piece> pieces, List<Remark> remarks) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([^{}]{1,120}?)\\s*\\}\\}");
    private static final Pattern SHARE = Pattern.compile("share (\\S+) of (\\S+)");
    private static final Pattern TREND = Pattern.compile("trend (\\S+)");
    private static final Pattern PARTS = Pattern.compile("parts (\\S+)");
    /** A count: not a year, a date, an article, a document number or a telephone number. */
    private static final Pattern TYPED = Pattern.compile(
            "(?<![0-9.第〔\\[])([0-9]{1,12}(?:\\.[0-9]+)?)\\s*(余|多)?\\s*(人次|万元|亿元|元|条|件|次|篇|个|人|项|户|家|期|名|批|份|场|%)");

    private static final int AROUND = 12;

    /** A stretch of text; {@code reference} is what it is bound to, null for what somebody wrote. */
    record Piece(String text, @Nullable String reference) {}

    BoundText {
        pieces = List.copyOf(pieces);
        remarks = List.copyOf(remarks);
    }

    static BoundText of(String chapter, String text, Known known) {
        List<Piece> pieces = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            said(text.substring(from, token.start()), pieces);
            String reference = token.group(1);
            Optional<String> value = value(reference, known);
            if (value.isEmpty()) {
                remarks.add(new Remark.UnknownFigure(chapter, reference));
            }
            pieces.add(new Piece(value.orElse("〔" + reference + "〕"), reference));
            from = token.end();
        }
        said(text.substring(from), pieces);
        typed(chapter, pieces, known, remarks);
        if (text.isBlank()) {
            remarks.add(new Remark.Empty(chapter));
        }
        return new BoundText(pieces, remarks);
    }

    /** The text with its figures. */
    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static void said(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null));
        }
    }

    private static Optional<String> value(String token, Known known) {
        Matcher share = SHARE.matcher(token);
        if (share.matches()) {
            Optional<BigDecimal> whole = known.figure(share.group(2)).filter(each -> each.signum() != 0);
            return known.figure(share.group(1))
                    .flatMap(part -> whole.map(all -> Numbers.plain(Numbers.share(part, all)) + "%"));
        }
        Matcher trend = TREND.matcher(token);
        if (trend.matches()) {
            return known.figure(trend.group(1)).flatMap(now -> known.before(trend.group(1))
                    .filter(before -> before.signum() != 0)
                    .map(before -> trend(now, before)));
        }
        Matcher parts = PARTS.matcher(token);
        if (parts.matches()) {
            return known.parts(parts.group(1)).map(BoundText::list);
        }
        return known.word(token).or(() -> known.figure(token).map(Numbers::plain));
    }

    private static String trend(BigDecimal now, BigDecimal before) {
        BigDecimal change = Numbers.share(now.subtract(before), before);
        return change.signum() == 0 ? "持平" : (change.signum() > 0 ? "增长" : "下降") + Numbers.plain(change.abs()) + "%";
    }

    private static String list(Indicator.Parts whole) {
        List<BigDecimal> shares =
                Numbers.shares(whole.parts().stream().map(Indicator.Part::value).toList());
        StringBuilder list = new StringBuilder();
        Iterator<BigDecimal> share = shares.iterator();
        for (Indicator.Part part : whole.parts()) {
            list.append(list.isEmpty() ? "" : "，")
                    .append(part.label())
                    .append(Numbers.plain(part.value()))
                    .append(whole.unit())
                    .append("、占")
                    .append(Numbers.plain(share.next()))
                    .append("%");
        }
        return list.toString();
    }

    private static void typed(String chapter, List<Piece> pieces, Known known, List<Remark> remarks) {
        for (Piece piece : pieces) {
            if (piece.reference() != null) {
                continue;
            }
            String text = Normalizer.normalize(piece.text(), Normalizer.Form.NFKC);
            Matcher number = TYPED.matcher(text);
            while (number.find()) {
                BigDecimal value = new BigDecimal(number.group(1));
                String excerpt = text.substring(
                                Math.max(0, number.start() - AROUND), Math.min(text.length(), number.end() + AROUND))
                        .replace('\n', ' ')
                        .strip();
                remarks.add(new Remark.TypedNumber(
                        chapter, number.group().replaceAll("\\s", ""), excerpt, same(value, known)));
            }
        }
    }

    private static @Nullable String same(BigDecimal value, Known known) {
        return known.all().entrySet().stream()
                .filter(each -> each.getValue().compareTo(value) == 0 && value.signum() != 0)
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
