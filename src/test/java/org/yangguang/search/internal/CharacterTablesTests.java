package org.yangguang.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of characters beside the program are what ICU says of single characters. */
class CharacterTablesTests {

    @Test
    void simplifiedCharactersAreThoseOfIcu() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        for (char c = '\u3400'; c <= '\u9fff'; c++) {
            String simplified = icu.transliterate(String.valueOf(c));
            if (simplified.length() == 1) {
                assertThat(Folding.fold(c)).as(String.valueOf(c)).isEqualTo(simplified.charAt(0));
            }
        }
    }

    @Test
    void readingsAreThoseOfIcu() {
        Transliterator icu = Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; NFC");
        Map<Character, String> readings = new HashMap<>();
        for (String line : Table.read("pinyin.txt").split("\n")) {
            String sound = line.substring(0, line.indexOf(' '));
            line.substring(sound.length() + 1).chars().forEach(c -> readings.put((char) c, sound));
        }
        for (char c = '\u4e00'; c <= '\u9fff'; c++) {
            String sound = icu.transliterate(String.valueOf(c)).replace('ü', 'v');
            if (sound.matches("[a-z]+")) {
                assertThat(readings.get(c)).as(String.valueOf(c)).isEqualTo(sound);
            }
        }
    }

    @Test
    void aFoldedTextStaysAsLong() {
        String text = "國辦發〔２０１７〕４７號 ＡＢc 𠀀發";
        assertThat(Folding.fold(text)).isEqualTo("国办发〔2017〕47号 abc 𠀀发").hasSameSizeAs(text);
    }
}
