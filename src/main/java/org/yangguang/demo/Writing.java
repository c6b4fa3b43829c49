package org.yangguang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Validity;

/** A document of the district's past. */
record Writing(
        Body body,
        Kind kind,
        Channel channel,
        String title,
        String summary,
        String html,
        @Nullable String documentNumber,
        LocalDate formedOn,
        LocalDate releasedOn,
        Instant publishedAt,
        List<String> keywords,
        @Nullable Validity validity) {}
