package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.file.PersonalData.Kind;
import org.yangguang.file.PersonalData.Sighting;

class PersonalDataTests {

    private static final int TEXTS = 100_000;

    @Test
    void nothingIsMissedInAHundredThousandTexts() {
        GeneratedTexts texts = new GeneratedTexts(20160218);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            GeneratedTexts.Text text = texts.withPersonalData();
            String plain = text.planted();
            boolean seen = PersonalData.in(text.words()).stream()
                    .anyMatch(each -> text.kind() == Kind.HOME_ADDRESS
                            ? each.kind() == Kind.HOME_ADDRESS
                                    && each.value(text.words()).contains(plain)
                            : each.kind().personal() && each.value(text.words()).equalsIgnoreCase(plain));
            if (!seen) {
                missed.add(text.kind() + " " + text.words().replace("\n", "\\n"));
            }
        }
        assertThat(missed).as("%d missed", missed.size()).isEmpty();
    }

    @Test
    void atMostOneFalseAlarmInAThousandTexts() {
        GeneratedTexts texts = new GeneratedTexts(20160219);
        List<String> alarms = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String words = texts.withoutPersonalData().words();
            PersonalData.in(words).stream()
                    .filter(each -> each.kind().personal())
                    .findFirst()
                    .ifPresent(each ->
                            alarms.add(each.kind() + " " + each.in(words) + " in " + words.replace("\n", "\\n")));
        }
        assertThat(alarms.size())
                .as(() -> String.join("\n", alarms.subList(0, Math.min(30, alarms.size()))))
                .isLessThanOrEqualTo(TEXTS / 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "身份证号320102199001011232,CITIZEN_ID",
        "'320102 19900101 1232',CITIZEN_ID",
        "３２０１０２１９９００１０１１２３２,CITIZEN_ID",
        "320102900101123,OLD_CITIZEN_ID",
        "电话13812345678转,MOBILE",
        "138-1234-5678,MOBILE",
        "+86 138 1234 5678,MOBILE",
        "8613812345678,MOBILE",
        "6222021234567890128,BANK_CARD",
        "91320300M000100Y41,CREDIT_CODE",
        "0516-83712345,LANDLINE",
        "家住泉山区阳光小区3幢2单元501室,HOME_ADDRESS",
        "户籍地址：铜山区大许镇前王村5组12号,HOME_ADDRESS"
    })
    void eachKindIsRecognised(String text, Kind kind) {
        assertThat(PersonalData.in(text)).extracting(Sighting::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国办发〔2016〕8号",
                "总投资13812345678元",
                "320102199001011234",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "2016年2月18日10时19分",
                "区行政中心3号楼305室",
                "人民路1号",
                "2014 151 1203 1180 139 2016 1234",
                "圆周率3.14159265358979323846"
            })
    void whatOfficesWriteEveryDayIsNoFinding(String text) {
        assertThat(PersonalData.in(text))
                .filteredOn(each -> each.kind().personal())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "320102199001011232,320***********1232",
        "320102 19900101 1232,320*** ******** 1232",
        "13812345678,138****5678",
        "6222021234567890128,6222***********0128"
    })
    void aMaskCoversTheMiddleAndKeepsTheLength(String number, String masked) {
        String text = "（" + number + "）";
        Sighting sighting = PersonalData.in(text).get(0);
        assertThat(sighting.masked(text)).isEqualTo(masked).hasSameSizeAs(number);
        assertThat(PersonalData.in("（" + sighting.masked(text) + "）")).isEmpty();
    }

    @Test
    void neighboursInARowAreToldApart() {
        String text = "1 320102199001011232 13812345678 6222021234567890128";
        assertThat(PersonalData.in(text))
                .extracting(Sighting::kind)
                .containsExactly(Kind.CITIZEN_ID, Kind.MOBILE, Kind.BANK_CARD);
    }

    @Test
    void theSameNumberHasTheSameValueHoweverItIsWritten() {
        String text = "13812345678，138-1234-5678，１３８ １２３４ ５６７８";
        assertThat(PersonalData.in(text))
                .extracting(each -> each.value(text))
                .containsExactly("13812345678", "13812345678", "13812345678");
    }
}
