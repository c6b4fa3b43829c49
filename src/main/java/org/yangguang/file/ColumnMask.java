package org.yangguang.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.file.PersonalData.Sighting;

/**
 * What becomes of a column in a list of people before it goes out: the least that tells one person from another stays (Article 15 of
 * the 2019 Regulations). What was masked before stays as it is.
 */
public enum ColumnMask {
    KEEP,
    /** The family name stays: 王**, 欧阳*. */
    NAME,
    /** {@code 320***********1234}. */
    CITIZEN_ID,
    /** {@code 138****5678}. */
    PHONE,
    /** {@code 6222***********0123}. */
    BANK_CARD,
    /** As far as the street, the town or the village: 泉山区王陵街道****. */
    ADDRESS,
    /** Nothing of it stays. */
    WHOLE;

    private static final Set<String> DOUBLE_NAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "东方", "独孤", "南宫", "端木", "宇文", "长孙", "轩辕",
            "澹台", "太史", "申屠", "公冶", "赫连", "呼延", "钟离", "闻人", "万俟", "拓跋", "淳于", "单于");
    private static final Set<String> NO_PEOPLE = Set.of(
            "姓名", "户主", "户主姓名", "家庭成员", "成员", "申请人", "受益人", "合计", "总计", "小计", "共计", "无", "填表人", "审核人", "负责人", "备注");
    private static final Pattern PARTS = Pattern.compile("[^、,，;；/\\s]+");
    private static final Pattern PLACE = Pattern.compile("^.*(?:街道|[村镇乡]|社区|居委会)(?![镇村路街])");
    private static final Pattern DISTRICT = Pattern.compile("^.*?(?:[县旗]|(?<![小园景矿社])区)|^.*?市(?!场)");

    /** The cell as it may go out. */
    public String of(String cell) {
        if (cell.isBlank()) {
            return cell;
        }
        return switch (this) {
            case KEEP -> cell;
            case NAME -> names(cell);
            case CITIZEN_ID -> signs(cell, 3, 4, 8);
            case PHONE -> signs(cell, 3, 4, 7);
            case BANK_CARD -> signs(cell, 4, 4, 8);
            case ADDRESS -> address(cell);
            case WHOLE -> "***";
        };
    }

    private static String names(String cell) {
        Matcher parts = PARTS.matcher(cell);
        return parts.replaceAll(part -> Matcher.quoteReplacement(name(part.group())));
    }

    private static String name(String name) {
        if (NO_PEOPLE.contains(name) || name.codePoints().noneMatch(Character::isLetter) || name.contains("*")) {
            return name;
        }
        int length = name.codePointCount(0, name.length());
        int stays = length > 2 && DOUBLE_NAMES.contains(name.substring(0, 2)) ? 2 : 1;
        int end = name.offsetByCodePoints(0, Math.min(stays, length));
        // of a single sign nothing would be covered
        return name.substring(0, end) + "*".repeat(Math.max(1, Math.min(length - stays, 4)));
    }

    /** Letters and digits are covered between the first and the last; too few of them altogether. */
    private static String signs(String cell, int first, int last, int shortest) {
        int count = (int) cell.chars().filter(ColumnMask::sign).count();
        if (cell.chars().filter(ColumnMask::digit).count() < 5) {
            return cell;
        }
        int left = count < shortest ? 0 : first;
        int right = count < shortest ? count : Math.max(left, count - last);
        StringBuilder masked = new StringBuilder(cell.length());
        int number = 0;
        for (int i = 0; i < cell.length(); i++) {
            char each = cell.charAt(i);
            if (sign(each)) {
                masked.append(number < left || number >= right ? each : '*');
                number++;
            } else {
                masked.append(each);
            }
        }
        return masked.toString();
    }

    private static String address(String cell) {
        String line = cell.strip();
        if (NO_PEOPLE.contains(line) || line.endsWith("****") || line.contains("地址") || line.contains("住址")) {
            return cell;
        }
        Matcher place = PLACE.matcher(line);
        if (place.find()) {
            return place.group() + "****";
        }
        Matcher district = DISTRICT.matcher(line);
        return district.find() && district.end() < line.length() ? district.group() + "****" : "****";
    }

    private static boolean sign(int each) {
        return digit(each)
                || (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || each == '*'
                || (each >= 'Ａ' && each <= 'Ｚ')
                || (each >= 'ａ' && each <= 'ｚ');
    }

    private static boolean digit(int each) {
        return (each >= '0' && each <= '9') || (each >= '０' && each <= '９');
    }

    /**
     * What a column most likely needs, by its heading and by what stands in it. Names stay unless somebody decides otherwise: lists of
     * allowances are public by name.
     */
    public static ColumnMask suggested(String heading, List<String> values) {
        String name = heading.replaceAll("\\s", "");
        if (name.matches(".*(身份证|证件号|身份号).*")) {
            return CITIZEN_ID;
        } else if (name.matches(".*(电话|手机|联系方式|移动号).*")) {
            return PHONE;
        } else if (name.matches(".*(银行卡|卡号|账号|帐号|账户|帐户|一卡通|存折).*") && !name.contains("账户名")) {
            return BANK_CARD;
        } else if (name.matches(".*(住址|地址|户籍地|居住地).*")) {
            return ADDRESS;
        }
        return byContent(values);
    }

    private static ColumnMask byContent(List<String> values) {
        int filled = 0;
        int[] seen = new int[values().length];
        for (String value : values) {
            if (!value.isBlank()) {
                filled++;
                for (Sighting each : PersonalData.in(value)) {
                    seen[mask(each.kind()).ordinal()]++;
                }
            }
        }
        for (ColumnMask mask : List.of(CITIZEN_ID, BANK_CARD, PHONE, ADDRESS)) {
            if (filled > 0 && seen[mask.ordinal()] * 3 >= filled) {
                return mask;
            }
        }
        return KEEP;
    }

    private static ColumnMask mask(PersonalData.Kind kind) {
        return switch (kind) {
            case CITIZEN_ID, OLD_CITIZEN_ID -> CITIZEN_ID;
            case BANK_CARD -> BANK_CARD;
            case MOBILE -> PHONE;
            case HOME_ADDRESS -> ADDRESS;
            case CREDIT_CODE, LANDLINE -> KEEP;
        };
    }
}
