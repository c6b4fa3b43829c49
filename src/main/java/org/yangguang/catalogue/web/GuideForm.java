package org.yangguang.catalogue.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.GuideText;

/** A guide as it is typed; a field that was not sent is empty. */
record GuideForm(
        @Nullable Integer version,
        @Nullable String officeName,
        @Nullable String classification,
        @Nullable String arrangement,
        @Nullable String obtaining,
        @Nullable String onRequest,
        @Nullable String remedies) {

    GuideText text() {
        return new GuideText(
                typed(officeName),
                typed(classification),
                typed(arrangement),
                typed(obtaining),
                typed(onRequest),
                typed(remedies));
    }

    int versionSeen() {
        return version == null ? 0 : version;
    }

    static String typed(@Nullable String field) {
        return field == null ? "" : field;
    }
}
