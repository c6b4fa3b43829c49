package org.yangguang.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.internal.AccountDirectory.Entry;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;

/** An account with the names of its organs. */
public record AccountLine(Entry account, @Nullable Organ organ, List<GrantLine> grants) {

    static AccountLine of(Entry entry, Organs organs) {
        return new AccountLine(entry, organs.find(entry.organ()).orElse(null), GrantLine.of(entry.grants(), organs));
    }
}
