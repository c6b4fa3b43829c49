package org.yangguang.request.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.calendar.Regime;
import org.yangguang.request.Article;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyKind;

/**
 * Reads what a reply cites, 《某条例》第三十六条第（二）项, and checks it: an article that the Regulations do not have, or a reply that does not cite the article of its own
 * kind, is a letter that does not hold in court.
 */
public final class CitedArticles {

    private static final Pattern PART =
            Pattern.compile("《([^》]+)》|第([〇零一二三四五六七八九十百0-9]+)条(?:之[一二三四五六七八九十])?(?:第?[（(]([一二三四五六七八九十0-9]+)[）)]项)?");
    private static final String OWN = "政府信息公开条例";
    private static final int ARTICLES_2007 = 38;
    private static final int ARTICLES_2019 = 56;

    private CitedArticles() {}

    /** @param law name of another law; empty for the Regulations */
    record Cited(String law, int number, int item) {}

    static List<Cited> in(String text) {
        List<Cited> found = new ArrayList<>();
        String law = "";
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null) {
                law = part.group(1).endsWith(OWN) || part.group(1).equals("条例") ? "" : part.group(1);
            } else {
                found.add(new Cited(law, number(part.group(2)), part.group(3) == null ? 0 : number(part.group(3))));
            }
        }
        return found;
    }

    /** Every reason against what a reply cites. */
    public static List<Reason> against(ReplyKind kind, Regime regime, String text) {
        List<Reason> reasons = new ArrayList<>();
        List<Cited> cited = in(text);
        int last = regime == Regime.REGULATIONS_2019 ? ARTICLES_2019 : ARTICLES_2007;
        cited.stream()
                .filter(each -> each.law().isEmpty() && (each.number() < 1 || each.number() > last))
                .forEach(each ->
                        reasons.add(Reason.at("article", "request.refused.articleUnknown", each.number(), last)));
        kind.article(regime)
                .filter(own -> own.source() == Article.Source.ORDER_492 || own.source() == Article.Source.ORDER_711)
                .filter(own -> cited.stream().noneMatch(each -> each.law().isEmpty() && each.number() == own.number()))
                .ifPresent(
                        own -> reasons.add(Reason.at("article", "request.refused.articleMissing", kind, own.number())));
        if (kind == ReplyKind.OTHER_LAW
                && cited.stream().allMatch(each -> each.law().isEmpty())) {
            reasons.add(Reason.at("article", "request.refused.articleOtherLaw"));
        }
        return reasons;
    }

    /** The name of the Regulations before an article that is cited without it. */
    static String complete(String text) {
        return text.startsWith("《") || !text.startsWith("第") ? text : "《中华人民共和国" + OWN + "》" + text;
    }

    /** 三十六 is 36. */
    static int number(String text) {
        if (text.matches("\\d+")) {
            return text.length() > 4 ? -1 : Integer.parseInt(text);
        }
        int sum = 0;
        int digit = 0;
        for (char each : text.toCharArray()) {
            switch (each) {
                case '百' -> {
                    sum += (digit == 0 ? 1 : digit) * 100;
                    digit = 0;
                }
                case '十' -> {
                    sum += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                }
                default -> digit = Math.max(0, "零一二三四五六七八九".indexOf(each));
            }
        }
        return sum + digit;
    }

    /** 36 is 三十六, as official papers write articles. */
    public static String chinese(int number) {
        String digits = "零一二三四五六七八九";
        int tens = number / 10;
        String unit = number % 10 == 0 ? "" : String.valueOf(digits.charAt(number % 10));
        return tens == 0 ? String.valueOf(digits.charAt(number)) : (tens == 1 ? "" : digits.charAt(tens)) + "十" + unit;
    }

    /** An article as letters write it. */
    static String written(Article article) {
        String source =
                switch (article.source()) {
                    case ORDER_492, ORDER_711 -> "《中华人民共和国政府信息公开条例》";
                    case LETTER_2015_207 -> "国办公开办函〔2015〕207号";
                    case LETTER_2016_235 -> "国办公开办函〔2016〕235号";
                    case FEES_2020 -> "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";
                    case PRACTICE -> "";
                };
        return source + (article.number() == 0 ? "" : "第" + chinese(article.number()) + "条") + part(article);
    }

    private static String part(Article article) {
        if (article.item() == 0) {
            return "";
        }
        return article.byParagraph() ? "第" + chinese(article.item()) + "款" : "第（" + chinese(article.item()) + "）项";
    }
}
