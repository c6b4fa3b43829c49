package org.yangguang.statistics.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Claim;
import org.yangguang.statistics.Table;

/** What prose says of tables, as scheme files write it. */
final class ClaimReader {

    private ClaimReader() {}

    static Claim claim(YamlPart part, List<Table> tables) {
        part.knows(Set.of("rule", "pattern", "meanings", "regardless"));
        List<List<Cell>> meanings = part.texts("meanings").stream()
                .map(text -> CellText.sum(text, tables, part))
                .toList();
        Pattern pattern = pattern(part.text("pattern"), part);
        if (pattern.matcher("").groupCount() < 1) {
            part.wrong("the pattern has no group for the figure");
        }
        Pattern regardless = part.has("regardless") ? pattern(part.text("regardless"), part) : Claim.NOTHING;
        return new Claim(part.text("rule"), pattern, meanings, regardless);
    }

    private static Pattern pattern(String text, YamlPart part) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            part.wrong("the pattern is wrong: " + e.getDescription());
            return Pattern.compile("()");
        }
    }
}
