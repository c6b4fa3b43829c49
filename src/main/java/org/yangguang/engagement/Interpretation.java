package org.yangguang.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/**
 * The link of an item to the item that it explains.
 *
 * @param item the interpretation
 * @param recording address of a recording; empty when there is none
 * @param publishedOn day on which it first went public; null before
 */
public record Interpretation(
        ItemId item,
        ItemId explains,
        OrganId organ,
        Form form,
        String recording,
        @Nullable Long expert,
        @Nullable LocalDate publishedOn) {

    public enum Form {
        TEXT,
        /** 图解. */
        PICTURES,
        VIDEO,
        /** 问答. */
        QUESTIONS
    }
}
