package org.yangguang.file.internal;

import java.util.List;
import java.util.Optional;
import org.yangguang.file.PersonalData.Kind;
import org.yangguang.file.PersonalData.Sighting;

/**
 * Recognises where somebody lives, by its end: a flat (…小区3幢2单元501室), a house of a village (…村5组12号), or what follows a label
 * (家庭住址：…). An office's address, which names a building of offices or a street with nothing behind it, is none.
 */
final class HomeAddresses {

    private static final int LONGEST = 50;
    private static final String END = "，。；、,;|\n\r\t（）()《》“”！？：:";
    private static final List<String> DWELLINGS = List.of(
            "单元", "小区", "新村", "花园", "公寓", "家园", "家属院", "宿舍", "嘉园", "雅苑", "苑", "庄园", "华府", "名邸", "新城", "安置房", "里弄", "弄");
    private static final List<String> OFFICES = List.of(
            "大厦", "办公", "写字楼", "行政中心", "政务", "机关", "政府", "大楼", "广场", "服务中心", "窗口", "会议", "教室", "科室", "委员会", "局", "医院",
            "学校", "大学", "学院", "公司", "交易中心", "法院", "检察院");
    private static final List<String> LABELS =
            List.of("家庭住址", "家庭地址", "现住址", "户籍地址", "户籍所在地址", "居住地址", "住宅地址", "住址", "经常居住地址");
    private static final String STREETS = "路街巷道村组镇乡区弄";

    private final char[] text;

    HomeAddresses(char[] text) {
        this.text = text;
    }

    Optional<Sighting> at(int end) {
        return switch (text[end]) {
            case '室', '户' -> numberBefore(end) ? flat(end) : Optional.empty();
            case '号' -> numberBefore(end) ? house(end) : Optional.empty();
            case '址' -> labelled(end);
            default -> Optional.empty();
        };
    }

    private Optional<Sighting> flat(int end) {
        int from = begin(end);
        int building = 0;
        for (int at = from; at < end; at++) {
            if ((text[at] == '栋'
                            || text[at] == '幢'
                            || text[at] == '座'
                            || (text[at] == '楼' && at > from && text[at - 1] == '号')
                            || text[at] == '#'
                            || text[at] == '弄'
                            || (text[at] == '单' && at + 1 < end && text[at + 1] == '元'))
                    && numberBefore(at - (text[at] == '楼' ? 1 : 0))) {
                building = at;
            }
        }
        boolean unit = contains(from, end, "单元");
        boolean home = building > 0 && anyOf(from, end, DWELLINGS) && (unit || !anyOf(from, end, OFFICES));
        return home ? sighting(from, end) : Optional.empty();
    }

    /** 村5组12号: a house in the countryside. */
    private Optional<Sighting> house(int end) {
        int from = begin(end);
        for (int at = from + 1; at < end; at++) {
            boolean group = text[at] == '组' || text[at] == '队' || text[at] == '社';
            if (group
                    && (numberBefore(at) || hanNumberBefore(at))
                    && contains(from, at, "村")
                    && end - at < 8
                    && !anyOf(at, end, OFFICES)) {
                return sighting(from, end);
            }
        }
        return Optional.empty();
    }

    private Optional<Sighting> labelled(int end) {
        String label = null;
        for (String each : LABELS) {
            int from = end - each.length() + 1;
            if (from >= 0 && matches(from, each)) {
                label = each;
                break;
            }
        }
        if (label == null) {
            return Optional.empty();
        }
        int from = end + 1;
        while (from < text.length && from - end < 4 && " :：为是\u3000".indexOf(text[from]) >= 0) {
            from++;
        }
        int to = from;
        boolean street = false;
        boolean number = false;
        while (to < text.length && to - from < LONGEST && END.indexOf(text[to]) < 0 && text[to] != ' ') {
            street |= STREETS.indexOf(text[to]) >= 0;
            number |= PersonalDataScan.kind(text[to]) == PersonalDataScan.DIGIT;
            to++;
        }
        return street && number && to - from >= 6
                ? Optional.of(new Sighting(Kind.HOME_ADDRESS, from, to))
                : Optional.empty();
    }

    private Optional<Sighting> sighting(int from, int end) {
        int start = from;
        for (String label : LABELS) {
            for (int at = from; at + label.length() < end; at++) {
                if (matches(at, label)) {
                    start = at + label.length();
                }
            }
        }
        for (int at = start; at < end - 6; at++) {
            if (text[at] == '住' || text[at] == '于' || (text[at] == '在' && at > start && text[at - 1] == '住')) {
                start = at + 1;
            }
        }
        return Optional.of(new Sighting(Kind.HOME_ADDRESS, start, end + 1));
    }

    private int begin(int end) {
        int at = end;
        while (at > 0 && end - at < LONGEST && END.indexOf(text[at - 1]) < 0 && !Character.isWhitespace(text[at - 1])) {
            at--;
        }
        return at;
    }

    private boolean numberBefore(int at) {
        return at > 0 && PersonalDataScan.kind(text[at - 1]) == PersonalDataScan.DIGIT;
    }

    private boolean hanNumberBefore(int at) {
        return at > 0 && "一二三四五六七八九十".indexOf(text[at - 1]) >= 0;
    }

    private boolean anyOf(int from, int to, List<String> words) {
        for (String word : words) {
            if (contains(from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(int from, int to, String word) {
        for (int at = from; at + word.length() <= to; at++) {
            if (matches(at, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int from, String word) {
        if (from + word.length() > text.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
