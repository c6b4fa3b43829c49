package org.yangguang.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.BulkLoad.Past;
import org.yangguang.disclosure.Reason;

/**
 * A row with what is to become of it.
 *
 * @param key what names it at its source
 * @param hash SM3 of everything it says
 * @param past null when there is something against it
 */
record Judged(
        long number,
        String key,
        String hash,
        @Nullable Past past,
        @Nullable String oldAddress,
        List<Reason> refusals,
        List<Reason> warnings) {

    boolean acceptable() {
        return refusals.isEmpty();
    }

    Past item() {
        return Objects.requireNonNull(past);
    }

    Judged refused(List<Reason> reasons) {
        List<Reason> all = new ArrayList<>(refusals);
        all.addAll(reasons);
        return new Judged(number, key, hash, null, oldAddress, List.copyOf(all), warnings);
    }

    Judged refused(Reason reason) {
        return refused(List.of(reason));
    }
}
