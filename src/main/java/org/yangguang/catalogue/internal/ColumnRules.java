package org.yangguang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnDraft;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Reason;

/** What may be done with a column; each rule tells every reason against it. */
public final class ColumnRules {

    public static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_KEYWORDS = 12;
    private static final int LONGEST_INTERVAL = 3660;
    private static final int DEEPEST = 3;

    private ColumnRules() {}

    public static ColumnDraft tidy(ColumnDraft typed) {
        String english = typed.nameEn() == null ? "" : TextRules.line(typed.nameEn());
        return new ColumnDraft(
                TextRules.line(typed.name()),
                english.isEmpty() ? null : english,
                typed.type(),
                typed.intervalDays(),
                TextRules.line(typed.description()),
                typed.keywords().stream()
                        .map(TextRules::line)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList());
    }

    public static List<Reason> draft(ColumnDraft draft) {
        List<Reason> reasons = new ArrayList<>();
        if (draft.name().isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.noName"));
        }
        if (draft.description().isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.noDescription"));
        }
        TextRules.limit(reasons, "catalogue.column.name", draft.name(), LONGEST_NAME);
        TextRules.limit(reasons, "catalogue.column.nameEn", Objects.requireNonNullElse(draft.nameEn(), ""), 120);
        TextRules.limit(reasons, "catalogue.column.description", draft.description(), LONGEST_DESCRIPTION);
        if (draft.keywords().size() > MOST_KEYWORDS) {
            reasons.add(new Reason("catalogue.column.refused.keywords", MOST_KEYWORDS));
        }
        draft.keywords().forEach(each -> TextRules.limit(reasons, "catalogue.column.keywords", each, LONGEST_NAME));
        Integer interval = draft.intervalDays();
        Integer longest = draft.type().longestIntervalDays();
        if (interval != null && (interval < 1 || interval > LONGEST_INTERVAL)) {
            reasons.add(new Reason("catalogue.column.refused.interval", LONGEST_INTERVAL));
        } else if (longest != null && (interval == null || interval > longest)) {
            reasons.add(new Reason("catalogue.column.refused.inspection", longest));
        }
        return reasons;
    }

    public static List<Reason> code(String code, CatalogueSnapshot now) {
        List<Reason> reasons = new ArrayList<>();
        if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
            reasons.add(new Reason("catalogue.column.refused.code", LONGEST_CODE));
        } else if (now.byCode().containsKey(code)) {
            reasons.add(new Reason("catalogue.column.refused.taken", code));
        }
        return reasons;
    }

    public static List<Reason> known(@Nullable Column column) {
        return column == null ? List.of(new Reason("catalogue.column.refused.unknown")) : List.of();
    }

    /** Whether a column may be hung below {@code above}. */
    public static List<Reason> placement(@Nullable Column above) {
        if (above == null || !above.inUse()) {
            return List.of(new Reason("catalogue.column.refused.noParent"));
        }
        return above.depth() >= DEEPEST ? List.of(new Reason("catalogue.column.refused.deep", DEEPEST + 1)) : List.of();
    }

    public static List<Reason> movable(@Nullable Column column) {
        if (column == null || !column.inUse()) {
            return List.of(new Reason("catalogue.column.refused.unknown"));
        }
        return column.fixed() ? List.of(new Reason("catalogue.column.refused.fixed", column.name())) : List.of();
    }

    public static List<Reason> move(@Nullable Column column, @Nullable Column above, CatalogueSnapshot now) {
        List<Reason> reasons = new ArrayList<>(placement(above));
        if (column == null || above == null) {
            return reasons;
        }
        if (above.path().startsWith(column.path())) {
            reasons.add(new Reason("catalogue.column.refused.intoItself"));
        }
        if (statutoryItem(column, now)) {
            reasons.add(new Reason("catalogue.column.refused.article20", column.name()));
        }
        int deepest = now.columns().stream()
                .filter(each -> each.path().startsWith(column.path()))
                .mapToInt(each -> each.depth() - column.depth())
                .max()
                .orElse(0);
        if (above.depth() + 1 + deepest > DEEPEST && reasons.isEmpty()) {
            reasons.add(new Reason("catalogue.column.refused.deep", DEEPEST + 1));
        }
        return reasons;
    }

    public static List<Reason> retirement(
            @Nullable Column column, @Nullable ColumnId successor, @Nullable Column heir, CatalogueSnapshot now) {
        List<Reason> reasons = new ArrayList<>(movable(column));
        if (column == null) {
            return reasons;
        }
        if (statutoryItem(column, now)) {
            reasons.add(new Reason("catalogue.column.refused.article20", column.name()));
        }
        if (now.columns().stream().anyMatch(each -> column.id().equals(each.parent()))) {
            reasons.add(new Reason("catalogue.column.refused.children"));
        }
        if (successor != null
                && (heir == null
                        || !heir.inUse()
                        || heir.path().startsWith(column.path())
                        || heir.head() != column.head())) {
            reasons.add(new Reason("catalogue.column.refused.successor"));
        }
        return reasons;
    }

    public static List<Reason> restoring(@Nullable Column column, CatalogueSnapshot now) {
        if (column == null || column.inUse()) {
            return List.of(new Reason("catalogue.column.refused.unknown"));
        }
        Column above = column.parent() == null ? null : now.byId().get(column.parent());
        return placement(above);
    }

    /** The column of one of the fifteen items of Article 20, as opposed to a finer one below it. */
    private static boolean statutoryItem(Column column, CatalogueSnapshot now) {
        Column above = column.parent() == null ? null : now.byId().get(column.parent());
        return column.article20() != null && (above == null || above.article20() == null);
    }

    public static Column below(Column above, String code, ColumnDraft draft, int position) {
        return new Column(
                new ColumnId(0),
                above.id(),
                above.path(),
                code,
                draft.name(),
                draft.nameEn(),
                above.head(),
                draft.type(),
                above.article20(),
                above.article21(),
                draft.intervalDays(),
                draft.description(),
                draft.keywords(),
                position,
                false,
                null);
    }

    public static Column with(Column column, ColumnDraft draft) {
        return new Column(
                column.id(),
                column.parent(),
                column.path(),
                column.code(),
                draft.name(),
                draft.nameEn(),
                column.head(),
                draft.type(),
                column.article20(),
                column.article21(),
                draft.intervalDays(),
                draft.description(),
                draft.keywords(),
                column.position(),
                column.fixed(),
                column.retiredOn());
    }
}
