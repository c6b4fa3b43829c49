package org.yangguang.channel;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/**
 * One item by one outlet.
 *
 * @param organ that published the item
 * @param step how far the service has got with it, in the words of its connector
 * @param round goes up when it is planned again after it was cancelled or taken back
 * @param attempts since it last got on
 * @param dueAt when the program turns to it next; null when it is nobody's or a clerk's
 * @param problem what was wrong last; a message key
 * @param reference under which it is found there: an address, an issue, a receipt
 * @param outdated a later edition is on the website, and nobody has looked yet whether this must be corrected
 * @param withdrawn taken back from the website while the service was at it
 */
public record Delivery(
        long id,
        ItemId item,
        long outlet,
        EditionId edition,
        OrganId organ,
        String title,
        String indexNumber,
        DeliveryState state,
        @Nullable String step,
        int round,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String problem,
        String reference,
        @Nullable LocalDate deliveredOn,
        boolean outdated,
        boolean withdrawn,
        Instant changedAt,
        int version) {

    /** One line of its record. */
    public record Event(DeliveryAction action, String by, String note, Instant at) {}
}
