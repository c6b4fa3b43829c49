package org.yangguang.request.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.request.LetterKind;
import org.yangguang.request.Letters;

/** One letter on the page of a case. @param path the last part of its address, without the ending */
public record LetterLine(LetterKind kind, String path, Letters.@Nullable Issued issued, boolean issuable) {

    static LetterLine of(Letters.Slot slot, boolean may) {
        return new LetterLine(
                slot.kind(),
                slot.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + slot.event(),
                slot.issued(),
                may && slot.ready() && slot.issued() == null);
    }
}
