package org.yangguang.file.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.PersonalData.Kind;
import org.yangguang.file.PersonalData.Sighting;

/**
 * Tokens of letters and digits that only spaces, hyphens or single line breaks part. Every stretch of whole tokens whose digits are as
 * many as a number has is judged as that number; the strongest judgement at the earliest token wins.
 *
 * <p>A check digit speaks for itself, however the number is parted. Where none does, the way in which it is parted, what stands around it,
 * and whether it is alone must agree, because a table of figures can be read as anything.
 */
final class NumberRun {

    private static final int LONGEST = 19;
    private static final Set<String> LABELS =
            Set.of("TEL", "TELE", "PHONE", "MOBILE", "MOB", "CELL", "SJ", "DH", "LXDH");
    private static final String UNITS = "元万亿吨％%‰角分亩";
    /** A number right behind one of these is the number of a thing. */
    private static final List<String> THINGS = List.of(
            "编号", "单号", "订单", "流水", "流水号", "批号", "批次", "合同号", "条码", "条形码", "序列号", "凭证号", "发票号码", "发票代码", "票据号码", "项目代码",
            "项目编码", "备案号", "许可证号", "登记号", "证书号", "受理号", "业务号", "交易号", "箱号", "车架号", "文号", "索引号", "标识码", "编码", "IMEI",
            "发票号", "档号", "卷号", "案号", "学号", "型号", "规格", "坐标", "时间戳", "校验值");

    private final char[] text;
    private final List<Sighting> found;
    private final byte[] digits = new byte[LONGEST + 1];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] lettered = new boolean[64];
    /** Letters are stuck to its front, and they are not a word for telephone. */
    private boolean[] coded = new boolean[64];

    private boolean[] broken = new boolean[64];
    private int tokens;

    NumberRun(char[] text, List<Sighting> found) {
        this.text = text;
        this.found = found;
    }

    /** Takes a token; refuses one without any digit, except the X that ends a citizen's number. */
    boolean add(int start, int end, boolean brokenBefore) {
        int from = start;
        while (from < end && PersonalDataScan.kind(text[from]) != PersonalDataScan.DIGIT) {
            from++;
        }
        boolean numbers = from < end;
        boolean lonelyX = end - start == 1 && plain(start) == 'X';
        if (!numbers && !(lonelyX && tokens > 0)) {
            return false;
        }
        boolean letters = false;
        for (int at = from; at < end; at++) {
            letters |=
                    PersonalDataScan.kind(text[at]) != PersonalDataScan.DIGIT && !(at == end - 1 && plain(at) == 'X');
        }
        grow();
        boolean label = from > start && !lonelyX && !letters && !(end - start == 18 && creditCode(start, end));
        starts[tokens] = label ? from : start;
        ends[tokens] = end;
        lettered[tokens] = letters || (from > start && !label && !lonelyX);
        coded[tokens] = label && !LABELS.contains(new String(text, start, from - start).toUpperCase(Locale.ROOT));
        broken[tokens] = brokenBefore;
        tokens++;
        return true;
    }

    private void grow() {
        if (tokens == starts.length) {
            starts = Arrays.copyOf(starts, tokens * 2);
            ends = Arrays.copyOf(ends, tokens * 2);
            lettered = Arrays.copyOf(lettered, tokens * 2);
            coded = Arrays.copyOf(coded, tokens * 2);
            broken = Arrays.copyOf(broken, tokens * 2);
        }
    }

    /** Judges the run and forgets it. */
    void judge() {
        int token = 0;
        while (token < tokens) {
            token = lettered[token] ? mixed(token) : numbers(token);
        }
        tokens = 0;
    }

    /** The token behind what was found from here, or the next one. */
    private int numbers(int first) {
        int length = 0;
        Kind best = null;
        int bestLast = first;
        for (int last = first; last < tokens && !lettered[last] && (last == first || !coded[last]); last++) {
            int wide = ends[last] - starts[last];
            if (length + wide > LONGEST) {
                break;
            }
            for (int at = starts[last]; at < ends[last]; at++) {
                digits[length++] = (byte) plain(at);
            }
            Kind kind = length < 10 ? null : kind(first, last, length);
            if (kind != null && (best == null || kind.ordinal() <= best.ordinal())) {
                best = kind;
                bestLast = last;
            }
        }
        if (best != null) {
            found.add(new Sighting(best, starts[first], ends[bestLast]));
            return bestLast + 1;
        }
        return codeAcross(first);
    }

    private @Nullable Kind kind(int first, int last, int length) {
        boolean figures = digits[length - 1] <= '9';
        if (length == 18 && CheckDigits.citizen(digits)) {
            return Kind.CITIZEN_ID;
        }
        if (!figures) {
            return length == 18 && first == last && CheckDigits.creditCode(digits) ? Kind.CREDIT_CODE : null;
        }
        if (coded[first]) {
            return null;
        }
        boolean ofThing = ofThing(first);
        if (length == 15 && CheckDigits.oldCitizen(digits) && !ofThing && plainlyPut(first, last, 3)) {
            return Kind.OLD_CITIZEN_ID;
        }
        if (length >= 15
                && CheckDigits.luhn(digits, length)
                && issued(length)
                && !citizenOfGansu(length)
                && !ofThing
                && cardlike(first, last)) {
            return Kind.BANK_CARD;
        }
        if (first == last && length >= 12 && length <= 15 && !ofThing && prefixed(length) && noAmount(first, last)) {
            return Kind.MOBILE;
        }
        if (length == 11 && mobile(0) && !ofThing && noAmount(first, last) && phonelike(first, last)) {
            return Kind.MOBILE;
        }
        if (length == 18 && first == last && CheckDigits.creditCode(digits) && CheckDigits.organCode(digits)) {
            return Kind.CREDIT_CODE;
        }
        return length <= 12 && landline(first, last, length) && !ofThing ? Kind.LANDLINE : null;
    }

    /** A token of letters and digits: a credit code, or a number with a label stuck to it. */
    private int mixed(int token) {
        int start = starts[token];
        int end = ends[token];
        if (end - start == 18 && creditCode(start, end)) {
            found.add(new Sighting(Kind.CREDIT_CODE, start, end));
            return token + 1;
        }
        int across = codeAcross(token);
        if (across > token + 1) {
            return across;
        }
        int at = start;
        while (at < end) {
            if (PersonalDataScan.kind(text[at]) != PersonalDataScan.DIGIT) {
                at++;
                continue;
            }
            int to = at;
            while (to < end && PersonalDataScan.kind(text[to]) == PersonalDataScan.DIGIT) {
                to++;
            }
            stuck(end, at, to);
            at = to;
        }
        return token + 1;
    }

    private void stuck(int end, int from, int to) {
        int length = to - from;
        if (length == 17 && to < end && plain(to) == 'X') {
            length = 18;
        }
        if (length == 18) {
            take(from, length);
            if (CheckDigits.citizen(digits)) {
                found.add(new Sighting(Kind.CITIZEN_ID, from, from + 18));
            }
        }
    }

    /** A credit code that was written in groups; only when nothing else stands in the run. */
    private int codeAcross(int first) {
        if (first != 0 || tokens < 2 || tokens > 6) {
            return first + 1;
        }
        int length = 0;
        boolean letters = false;
        for (int token = 0; token < tokens; token++) {
            int wide = ends[token] - starts[token];
            if (length + wide > 18) {
                return first + 1;
            }
            letters |= lettered[token];
            for (int at = starts[token]; at < ends[token]; at++) {
                digits[length++] = (byte) plain(at);
            }
        }
        if (length == 18 && letters && CheckDigits.creditCode(digits)) {
            found.add(new Sighting(Kind.CREDIT_CODE, starts[0], ends[tokens - 1]));
            return tokens;
        }
        return first + 1;
    }

    private boolean creditCode(int start, int end) {
        take(start, end - start);
        return CheckDigits.creditCode(digits);
    }

    private void take(int from, int length) {
        for (int i = 0; i < length; i++) {
            digits[i] = (byte) plain(from + i);
        }
    }

    /** Undivided, or alone in few groups. */
    private boolean plainlyPut(int first, int last, int groups) {
        return first == last || (alone(first, last) && last - first < groups);
    }

    private boolean alone(int first, int last) {
        return last == tokens - 1 && (first == 0 || (first == 1 && country(0)));
    }

    private boolean issued(int length) {
        int two = (digits[0] - '0') * 10 + digits[1] - '0';
        int four = two * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
        if (length == 15) {
            return two == 34 || two == 37;
        }
        boolean domestic = two == 62 || two == 60 || two == 68 || two == 69 || four == 9558 || four == 9559;
        boolean foreign = two / 10 == 4
                || (two >= 51 && two <= 55)
                || (four >= 2221 && four <= 2720)
                || (four >= 3528 && four <= 3589);
        return domestic || (foreign && length == 16);
    }

    /** A citizen's number with a slip in it begins like a card there. */
    private boolean citizenOfGansu(int length) {
        return length == 18 && digits[1] == '2' && digits[2] == '0' && CheckDigits.citizenShaped(digits);
    }

    /** Undivided, in groups of four, or alone in any groups when it is a domestic card. */
    private boolean cardlike(int first, int last) {
        if (first == last) {
            return true;
        }
        boolean fours = true;
        for (int token = first; token < last; token++) {
            fours &= ends[token] - starts[token] == 4;
        }
        boolean domestic = digits[0] == '6' || digits[0] == '9';
        return domestic ? fours || alone(first, last) : alone(first, last) && (fours || last == first + 1);
    }

    private boolean mobile(int at) {
        if (digits[at] != '1') {
            return false;
        }
        int third = digits[at + 2] - '0';
        return switch (digits[at + 1]) {
            case '3', '8' -> true;
            case '4' -> third >= 4;
            case '5' -> third != 4;
            case '6' -> third == 2 || (third >= 5 && third <= 7);
            case '7' -> third <= 8;
            case '9' -> third <= 3 || third >= 5;
            default -> false;
        };
    }

    /** 013812345678, 8613812345678, 008613812345678. */
    private boolean prefixed(int length) {
        return switch (length) {
            case 12 -> digits[0] == '0' && mobile(1);
            case 13 -> digits[0] == '8' && digits[1] == '6' && mobile(2);
            case 15 -> digits[0] == '0' && digits[1] == '0' && digits[2] == '8' && digits[3] == '6' && mobile(4);
            default -> false;
        };
    }

    /** Undivided; 138 1234 5678 and other usual groups; or one line break through a number that stands alone. */
    private boolean phonelike(int first, int last) {
        if (first == last) {
            return true;
        }
        int groups = last - first + 1;
        int one = ends[first] - starts[first];
        if (groups == 2) {
            return alone(first, last) && (broken[last] || one == 3 || one == 7 || one == 4 || one == 5);
        }
        int two = ends[first + 1] - starts[first + 1];
        boolean usual = groups == 3 && ((one == 3 && (two == 4 || two == 3)) || (one == 4 && (two == 3 || two == 4)));
        return usual && !inTable(first, last);
    }

    /** Whether short figures stand beside it on the line, as they do in a table. */
    private boolean inTable(int first, int last) {
        if (text[ends[first]] == '-') {
            return false;
        }
        boolean left = first > 0
                && !broken[first]
                && ends[first - 1] - starts[first - 1] < 7
                && !taken(first - 1)
                && !country(first - 1);
        boolean right =
                last + 1 < tokens && !broken[last + 1] && ends[last + 1] - starts[last + 1] < 7 && !mobileAt(last + 1);
        return left || right;
    }

    /** 86 or 0086 before a telephone number. */
    private boolean country(int token) {
        int end = ends[token];
        int wide = end - starts[token];
        return (wide == 2 || wide == 4) && plain(end - 1) == '6' && plain(end - 2) == '8';
    }

    private boolean taken(int token) {
        return !found.isEmpty() && found.get(found.size() - 1).end() >= ends[token];
    }

    private boolean mobileAt(int token) {
        return ends[token] - starts[token] == 3 && plain(starts[token]) == '1' && plain(starts[token] + 1) >= '3';
    }

    /** No sum of money, no decimals, no part of a longer code. */
    private boolean noAmount(int first, int last) {
        int end = ends[last];
        int start = starts[first];
        if (first > 0
                && text[start - 1] == '-'
                && (lettered[first - 1] || ends[first - 1] - starts[first - 1] == 4)
                && !taken(first - 1)
                && !country(first - 1)) {
            return false;
        }
        if (end < text.length) {
            char next = text[end];
            if (UNITS.indexOf(next) >= 0 || next == '_' || next == '=') {
                return false;
            }
            if ((next == '.' || next == '．')
                    && end + 1 < text.length
                    && PersonalDataScan.kind(text[end + 1]) != PersonalDataScan.OTHER
                    && PersonalDataScan.kind(text[end + 1]) <= PersonalDataScan.LETTER) {
                return false;
            }
        }
        if (start > 0) {
            char before = text[start - 1];
            if ("¥￥$€£_=#".indexOf(before) >= 0) {
                return false;
            }
            if (before == '.'
                    && start > 1
                    && text[start - 2] == '0'
                    && (start == 2 || !Character.isDigit(text[start - 3]))) {
                return false;
            }
        }
        return true;
    }

    /** 0516-83712345, (0516)83712345, 051683712345. */
    private boolean landline(int first, int last, int length) {
        if (digits[0] != '0' || digits[1] == '0' || length < 10) {
            return false;
        }
        int area = digits[1] == '1' || digits[1] == '2' ? 3 : 4;
        int local = length - area;
        boolean subscriber = (local == 7 || local == 8) && digits[area] >= '2';
        if (first == last) {
            return subscriber;
        }
        return subscriber && last == first + 1 && ends[first] - starts[first] == area;
    }

    private boolean ofThing(int first) {
        int at = starts[first] - 1;
        int skipped = 0;
        while (at >= 0 && skipped < 4 && " :：为是№.（(【[".indexOf(text[at]) >= 0) {
            at--;
            skipped++;
        }
        for (String thing : THINGS) {
            if (endsWith(at, thing)) {
                return !endsWith(at - thing.length(), "身份证") && !endsWith(at - thing.length(), "证件");
            }
        }
        return false;
    }

    private boolean endsWith(int at, String word) {
        int from = at - word.length() + 1;
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private char plain(int at) {
        char sign = text[at];
        char ascii = sign >= '！' && sign <= '～' ? (char) (sign - 0xFEE0) : sign;
        return ascii >= 'a' && ascii <= 'z' ? (char) (ascii - 32) : ascii;
    }
}
