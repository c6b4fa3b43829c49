package org.yangguang.intake.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yangguang.platform.Sm3;

/** What a trial has seen so far, as eight bytes of a hash each: the database, which would know, is not written. */
final class Trial {

    private final Map<Long, Long> rows = new HashMap<>();
    private final Set<Long> numbers = new HashSet<>();

    /** Whether another row with the same key said something else. */
    boolean differs(Judged row) {
        Long before = rows.get(small(row.key()));
        return before != null && before != small(row.hash());
    }

    /** Whether the same row came before; from now on it did. */
    boolean saw(Judged row) {
        return rows.putIfAbsent(small(row.key()), small(row.hash())) != null;
    }

    /** Whether no row before had this number. */
    boolean free(String number) {
        return numbers.add(small(number));
    }

    private static long small(String text) {
        return java.nio.ByteBuffer.wrap(Sm3.hash(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
