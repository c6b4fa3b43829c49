package org.yangguang.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yangguang.platform.Sm3;

class CanonicalTests {

    private static final String A = Sm3.hex("a");
    private static final String B = Sm3.hex("b");

    private record Parts(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            String before,
            String after,
            String previous) {

        ByteBuffer bytes() {
            return ByteBuffer.wrap(Canonical.bytes(seq, at, actor, action, subject, before, after, previous));
        }
    }

    @Test
    void differentEntriesNeverHaveTheSameBytes() {
        Random random = new Random(711);
        Map<ByteBuffer, Parts> seen = new HashMap<>();
        for (int round = 0; round < 200_000; round++) {
            Parts parts = new Parts(
                    random.nextInt(3),
                    Instant.ofEpochSecond(random.nextInt(2), random.nextInt(2) * 1_000L),
                    text(random),
                    text(random),
                    text(random),
                    hash(random),
                    hash(random),
                    random.nextBoolean() ? A : B);
            Parts other = seen.putIfAbsent(parts.bytes(), parts);
            assertThat(other == null || other.equals(parts))
                    .as("%s and %s", other, parts)
                    .isTrue();
        }
        assertThat(seen.size()).isGreaterThan(20_000);
    }

    @Test
    void whatStandsInOnePartCannotMoveIntoTheNext() {
        assertThat(List.of(
                                parts("ab", "c", ""),
                                parts("a", "bc", ""),
                                parts("", "abc", ""),
                                parts("", "", "abc"),
                                parts("\0\0\0\1a", "", ""))
                        .stream()
                        .map(Parts::bytes)
                        .distinct())
                .hasSize(5);
    }

    @Test
    void theHashesOfTheStandardAreGiven() {
        assertThat(Sm3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Sm3.hex("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    private static Parts parts(String actor, String action, String subject) {
        return new Parts(1, Instant.EPOCH, actor, action, subject, null, null, A);
    }

    private static String text(Random random) {
        String[] letters = {"", "a", "b", "\0", "\1", "阳", "𠮷"};
        return letters[random.nextInt(letters.length)] + letters[random.nextInt(letters.length)];
    }

    private static String hash(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> A;
            default -> B;
        };
    }
}
