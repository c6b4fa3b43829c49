package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which reports write labels and figures, brought to one form. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u3000\\u200B-\\u200F\\uFEFF]+");
    private static final Pattern FIGURE =
            Pattern.compile("([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)(?:条|件|次|篇|个|人次|人|项|万元|元)?");
    private static final Pattern NOTE = Pattern.compile("\\([^()]{5,}\\)");
    private static final Pattern ORDINAL = Pattern.compile(
            "^(?:[A-Z][0-9]{1,2}(?=\\p{IsHan})|[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)(?:[0-9]{1,2}[.、．]?)?|[0-9]{1,2}[.、．)](?![0-9])|[0-9]{1,2}(?=\\p{IsHan}))+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Signs of radicals that have no compatible character, or that of the old script. */
    private static final String RADICALS =
            "\u2EA0\u2ED1\u2ED3\u2ED4\u2ECB\u2EC5\u2EC6\u2EC9\u2ED8\u2EDA\u2EDB\u2EDC\u2EDD\u2EE2\u2EE5\u2EE6\u2EE8\u2EE9\u2EEC\u2EEE\u2EF0\u2EF3\u2E9F\u2F3E\u2EC4\u2EC1";

    private static final String IDEOGRAPHS = "民长长门车见角贝青页风飞食马鱼鸟麦黄齐齿龙龟母户西虎";

    private Words() {}

    /** Half-width digits and signs, single blanks. */
    static String plain(String text) {
        return SPACE.matcher(Normalizer.normalize(withIdeographs(text), Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** PDF files often name a character by the sign of its radical. */
    private static String withIdeographs(String text) {
        if (text.codePoints().noneMatch(point -> point >= 0x2E80 && point <= 0x2FDF)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text);
        for (int i = 0; i < written.length(); i++) {
            int at = RADICALS.indexOf(written.charAt(i));
            if (at >= 0) {
                written.setCharAt(i, IDEOGRAPHS.charAt(at));
            }
        }
        return written.toString();
    }

    /** What identifies a label: no ordinal, note, blank or sign. */
    static String core(String label) {
        String plain = SPACE.matcher(plain(label)).replaceAll("");
        String bare = NOTE.matcher(plain).replaceAll("");
        bare = ORDINAL.matcher(bare).replaceFirst("");
        if (bare.startsWith("其中")) {
            bare = bare.substring(2);
        }
        return SIGNS.matcher(bare).replaceAll("");
    }

    /** The ordinal before a label, {@code 三、} as 三, {@code (四)1} as 四1; empty without. */
    static String ordinal(String label) {
        String plain = SPACE.matcher(plain(label)).replaceAll("");
        Matcher matcher = ORDINAL.matcher(plain);
        return matcher.find() ? SIGNS.matcher(matcher.group()).replaceAll("") : "";
    }

    /** The figure that a whole cell holds. */
    static Optional<BigDecimal> figure(String cell) {
        Matcher matcher = FIGURE.matcher(SPACE.matcher(plain(cell)).replaceAll(""));
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1).replace(",", ""))) : Optional.empty();
    }

    /** A cell in which a figure could stand: a figure, nothing, or a sign for nothing. */
    static boolean isValue(String cell) {
        String plain = plain(cell);
        return isNothing(plain) || figure(plain).isPresent();
    }

    static boolean isNothing(String cell) {
        return plain(cell).matches("|[-–—―/\\\\\\\\]+|无|N/?A|#+");
    }

    static boolean isUnit(String cell) {
        return plain(cell).matches("\\(?(?:单位:?)?(?:条|件|次|篇|个|人次|人|项|万元|元|份)\\)?");
    }
}
