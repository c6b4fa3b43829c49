package org.yangguang.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yangguang.file.PersonalData.Kind;

/**
 * Texts as offices write them, with and without personal data. The numbers are made by rules written here once more, so that a mistake
 * in the program's own is not repeated.
 */
public final class GeneratedTexts {

    /** A text and what was put into it; {@code planted} is null when it holds nothing personal. */
    public record Text(String words, Kind kind, String planted) {}

    private static final String[] REGIONS = {
        "320102", "110101", "513436", "710000", "150223", "620102", "440305", "654324"
    };
    private static final String[] FILLINGS = {
        "经研究，现将有关事项通知如下", "请各单位认真贯彻执行", "自公布之日起施行", "据统计，全区粮食播种面积", "根据国办发〔2016〕8号文件", "会议于2016年2月18日召开",
        "完成投资1,234,567.89元", "同比增长12.5%", "联系科室：办公室", "责任单位：区住房和城乡建设局", "Notice of the office", "（一）加强组织领导"
    };
    private static final String[] STOPS = {"，", "。", "；", "、", "\n", " ", "：", "\n\n", "（", "）"};
    private final Random random;

    public GeneratedTexts(long seed) {
        random = new Random(seed);
    }

    public Text withPersonalData() {
        Kind kind = List.of(Kind.CITIZEN_ID, Kind.OLD_CITIZEN_ID, Kind.MOBILE, Kind.BANK_CARD, Kind.HOME_ADDRESS)
                .get(random.nextInt(5));
        String plain =
                switch (kind) {
                    case CITIZEN_ID -> citizenId();
                    case OLD_CITIZEN_ID -> citizenId().replaceFirst("^(.{6})..(.{6})(...).$", "$1$2$3");
                    case MOBILE -> mobile();
                    case BANK_CARD -> bankCard();
                    default -> address();
                };
        String written = kind == Kind.HOME_ADDRESS ? plain : written(kind, plain);
        String before = pick(before(kind));
        String after = pick("，", "。", "\n", "；", "）", "", " 男", "、李四");
        return new Text(filling() + pick(STOPS) + before + written + after + pick(STOPS) + filling(), kind, plain);
    }

    public Text withoutPersonalData() {
        int pieces = 1 + random.nextInt(6);
        String words = IntStream.range(0, pieces)
                .mapToObj(piece -> filling() + pick(STOPS) + harmless())
                .collect(Collectors.joining(pick(STOPS)));
        return new Text(words, null, null);
    }

    private String[] before(Kind kind) {
        return switch (kind) {
            case CITIZEN_ID -> new String[] {"身份证号：", "公民身份号码", "张三", "身份证ID", "（", "1.", "居民身份证编号:", "张三 女 "};
            case OLD_CITIZEN_ID -> new String[] {"身份证号：", "张三（", "证件号码 ", "老身份证编号："};
            case MOBILE -> new String[] {"联系电话：", "手机", "张三，", "Tel:", "3.", "+86 ", "电话/", "（", "王五 "};
            case BANK_CARD -> new String[] {"卡号：", "银行卡", "张三 ", "开户行建行，账号："};
            default -> new String[] {"家住", "家庭住址：", "户籍地址：", "，现住", "住址为"};
        };
    }

    private String written(Kind kind, String number) {
        String form =
                switch (random.nextInt(6)) {
                    case 0 -> fullWidth(number);
                    case 1 -> grouped(kind, number, pick(" ", "-", "　", "－", "\u00a0", " - "));
                    case 2 -> broken(number);
                    case 3 -> number.toLowerCase();
                    default -> number;
                };
        return form;
    }

    private String grouped(Kind kind, String number, String by) {
        int[] groups =
                switch (kind) {
                    case CITIZEN_ID -> random.nextBoolean() ? new int[] {6, 8, 4} : new int[] {3, 3, 4, 4, 3, 1};
                    case OLD_CITIZEN_ID -> new int[] {6, 6, 3};
                    case MOBILE -> random.nextBoolean() ? new int[] {3, 4, 4} : new int[] {4, 3, 4};
                    default -> new int[] {4, 4, 4, 4, 4};
                };
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int wide : groups) {
            int end = Math.min(number.length(), at + wide);
            if (at < end) {
                parts.add(number.substring(at, end));
            }
            at = end;
        }
        return String.join(by, parts);
    }

    private String broken(String number) {
        int at = 2 + random.nextInt(number.length() - 4);
        return number.substring(0, at) + pick("\n", "\r\n", "\n  ") + number.substring(at);
    }

    private static String fullWidth(String number) {
        return number.chars()
                .mapToObj(each -> String.valueOf((char) (each + 0xFEE0)))
                .collect(Collectors.joining());
    }

    public String citizenId() {
        LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(25_500));
        String first = pick(REGIONS) + born.toString().replace("-", "") + digits(3);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = IntStream.range(0, 17)
                .map(i -> (first.charAt(i) - '0') * weights[i])
                .sum();
        return first + "10X98765432".charAt(sum % 11);
    }

    private String mobile() {
        return pick("130", "138", "139", "147", "150", "159", "166", "170", "177", "180", "189", "191", "199")
                + digits(8);
    }

    private String bankCard() {
        String prefix = pick("622848", "621700", "622202", "955880", "436742", "601382", "552245");
        int length = prefix.startsWith("4") || prefix.startsWith("5") ? 16 : 16 + random.nextInt(4);
        String body = prefix + digits(length - prefix.length() - 1);
        for (int check = 0; check < 10; check++) {
            if (luhn(body + check)) {
                return body + check;
            }
        }
        throw new AssertionError();
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }
        return sum % 10 == 0;
    }

    private String address() {
        String road = pick("徐州市鼓楼区中山北路", "泉山区建国西路", "云龙区解放南路", "试验市新城区明月街") + (1 + random.nextInt(300)) + "号";
        return switch (random.nextInt(3)) {
            case 0 ->
                road + pick("阳光小区", "翠湖花园", "滨河新村", "和平公寓") + number(40) + pick("号楼", "幢", "栋") + number(4) + "单元"
                        + number(9) + "0" + number(9) + "室";
            case 1 -> road + pick("阳光小区", "锦绣家园") + number(40) + "栋" + number(9) + "0" + number(9) + "室";
            default -> "铜山区大许镇" + pick("前王村", "李庄村", "柳河村") + number(12) + "组" + number(200) + "号";
        };
    }

    private String harmless() {
        return switch (random.nextInt(22)) {
            case 0 -> "国办发〔20" + digits(2) + "〕" + number(200) + "号";
            case 1 -> "金额" + number(999) + "," + digits(3) + "," + digits(3) + "." + digits(2) + "元";
            case 2 -> "共" + digits(11) + pick("元", "万元", "亿元", "吨", "%");
            case 3 -> "2016-0" + number(9) + "-1" + number(9) + " 1" + number(9) + ":" + digits(2) + ":" + digits(2);
            case 4 -> "0516-83" + digits(6) + "、83" + digits(6) + " 83" + digits(6);
            case 5 -> "SHA-256 " + hex(64);
            case 6 -> "MD5：" + hex(32);
            case 7 -> hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
            case 8 -> "订单编号：" + digits(16 + random.nextInt(4));
            case 9 -> "流水号" + digits(15);
            case 10 -> "发票号码：" + digits(20);
            case 11 -> "http://www.example.gov.cn/art/20160218/t20160218_" + digits(8) + ".html";
            case 12 -> "014000335/2016-" + digits(5);
            case 13 -> table();
            case 14 -> "ISBN 978-7-" + digits(4) + "-" + digits(4) + "-" + digits(1);
            case 15 -> "坐标117." + digits(6) + ",34." + digits(6);
            case 16 -> wrongCitizenId();
            case 17 -> "项目代码：2016-320311-" + digits(2) + "-01-" + digits(6);
            case 18 -> "区行政中心" + number(9) + "号楼" + number(9) + "0" + number(9) + "室";
            case 19 -> "合同号 HT-2016-" + digits(11);
            case 20 -> "400-" + digits(3) + "-" + digits(4) + "，12345";
            default -> "时间戳" + "20160218" + digits(9);
        };
    }

    private String table() {
        return IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(row -> IntStream.range(0, 2 + random.nextInt(6))
                        .mapToObj(cell -> digits(1 + random.nextInt(6)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private String wrongCitizenId() {
        String right = citizenId();
        char last = right.charAt(17);
        char wrong = last == 'X' ? '1' : last == '9' ? '0' : (char) (last + 1);
        return "样例" + right.substring(0, 17) + wrong;
    }

    private String filling() {
        return pick(FILLINGS);
    }

    private String number(int most) {
        return String.valueOf(1 + random.nextInt(most));
    }

    private String digits(int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private String hex(int count) {
        return random.ints(count, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
