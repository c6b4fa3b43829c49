package org.yangguang.search.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a search may be noted: words that tell of no person. Anything that might be a number of a person (identity card, telephone,
 * bank card, licence plate), an address of a house or of a mailbox is not noted, rather too often than too rarely.
 */
final class PlainWords {

    private static final int LONGEST = 30;
    private static final int MOST_DIGITS = 8;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]([ \\-./]?[0-9]){4,}[x]?");
    private static final Pattern HOUSE = Pattern.compile("[0-9一二三四五六七八九十]+ *(号楼|号院|幢|栋|单元|室|弄|组|户)");
    private static final Pattern PLATE = Pattern.compile("[\\u4e00-\\u9fff][a-z][·. ]?[a-z0-9]{5,6}");

    private PlainWords() {}

    static Optional<String> of(String typed) {
        String text = Folding.fold(Folding.clean(typed)).replaceAll("\\s+", " ").strip();
        boolean plain = text.length() >= 2
                && text.length() <= LONGEST
                && text.chars().filter(Character::isDigit).count() <= MOST_DIGITS
                && text.indexOf('@') < 0
                && !LONG_NUMBER.matcher(text).find()
                && !HOUSE.matcher(text).find()
                && !PLATE.matcher(text).find();
        return plain ? Optional.of(text) : Optional.empty();
    }
}
