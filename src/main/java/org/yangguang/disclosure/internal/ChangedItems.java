package org.yangguang.disclosure.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.site.ShownChanges;

/**
 * What pages of items show: items, and of each column and subject which items are in it. An act upon an edition changes the item and
 * the columns and subjects of all its editions.
 */
@Component
public class ChangedItems implements ShownChanges {

    private static final String EDITION = "disclosure.edition:";
    private static final String ITEM = "disclosure.item:";
    private static final Set<String> ACTS = Set.of(
            "edition.published",
            "edition.superseded",
            "edition.withdrawn",
            "edition.withdrawn-in-emergency",
            "item.validity-ended");

    private final JdbcClient jdbc;

    ChangedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(
            long item, @Nullable Long column, @Nullable String subject) {}

    /** The item itself, wherever it is named. */
    public static String item(ItemId item) {
        return "item:" + item.value();
    }

    /** Which items are in the column. */
    public static String column(ColumnId column) {
        return "column:" + column.value();
    }

    /** Which items are of the subject. */
    public static String subject(String code) {
        return "subject:" + code;
    }

    @Override
    public boolean know(String action) {
        return ACTS.contains(action);
    }

    @Override
    public Set<String> of(String action, String subject) {
        Set<String> changed = new LinkedHashSet<>();
        for (Place place : places(subject)) {
            changed.add(item(new ItemId(place.item())));
            if (place.column() != null) {
                changed.add(column(new ColumnId(place.column())));
            }
            if (place.subject() != null) {
                changed.add(subject(place.subject()));
            }
        }
        if (changed.isEmpty()) {
            throw new IllegalArgumentException("nothing is known of " + subject);
        }
        return changed;
    }

    private List<Place> places(String subject) {
        long id = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        String item = subject.startsWith(EDITION) ? "(select item_id from disclosure.edition where id = ?)" : "?";
        return Stream.of(EDITION, ITEM).noneMatch(subject::startsWith)
                ? List.of()
                : jdbc.sql("select distinct item_id, column_id, subject_code from disclosure.edition where item_id = "
                                + item)
                        .param(id)
                        .query((row, number) -> new Place(
                                row.getLong("item_id"),
                                row.getObject("column_id", Long.class),
                                row.getString("subject_code")))
                        .list();
    }
}
