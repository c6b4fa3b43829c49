package org.yangguang.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contents that begin with little. */
public final class EditionContents {

    /** A sheet of paper with nothing on it. */
    public static final EditionContent BLANK = titled("", null);

    private EditionContents() {}

    /** A title and the day on which it was formed. */
    public static EditionContent titled(String title, @Nullable LocalDate formedOn) {
        return new EditionContent(
                title,
                "",
                "",
                null,
                null,
                null,
                null,
                List.of(),
                formedOn,
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                List.of(),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
    }
}
