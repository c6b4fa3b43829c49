package org.yangguang.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.BulkLoad.Past;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Validity;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportPlan;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.Sm3;

/** Makes of a row the item that it means, or says everything that is wrong with it. For one run; any thread may ask. */
final class Judging {

    private static final Map<String, Validity> VALIDITIES = Map.ofEntries(
            Map.entry("有效", Validity.EFFECTIVE),
            Map.entry("现行有效", Validity.EFFECTIVE),
            Map.entry("修改", Validity.AMENDED),
            Map.entry("已修改", Validity.AMENDED),
            Map.entry("修订", Validity.AMENDED),
            Map.entry("失效", Validity.EXPIRED),
            Map.entry("已失效", Validity.EXPIRED),
            Map.entry("废止", Validity.REPEALED),
            Map.entry("已废止", Validity.REPEALED));

    private final ImportPlan plan;
    private final BulkLoad bulk;
    private final Clock clock;
    private final Map<String, OrganId> organs = new HashMap<>();
    private final Set<String> doubtfulOrgans = new java.util.HashSet<>();
    private final Map<String, ColumnId> columns = new HashMap<>();
    private final Set<String> doubtfulColumns = new java.util.HashSet<>();
    private final Map<Vocabulary, Map<String, String>> terms = new HashMap<>();

    Judging(ImportPlan plan, BulkLoad bulk, Organs known, Catalogue catalogue, Clock clock) {
        this.plan = plan;
        this.bulk = bulk;
        this.clock = clock;
        Set<OrganId> allowed = known.subtree(plan.organ());
        for (Organ organ : known.all()) {
            if (allowed.contains(organ.id())) {
                organs.put(organ.code(), organ.id());
                for (String name : Set.of(organ.name(), organ.shortName())) {
                    named(organs, doubtfulOrgans, name, organ.id());
                }
            }
        }
        for (Column column : catalogue.columns()) {
            named(columns, doubtfulColumns, column.name(), column.id());
        }
        for (Column column : catalogue.columns()) {
            columns.put(column.code(), column.id());
            doubtfulColumns.remove(column.code());
        }
        for (Vocabulary vocabulary : List.of(Vocabulary.SUBJECT, Vocabulary.GENRE)) {
            Map<String, String> codes = new HashMap<>();
            for (Term term : catalogue.terms(vocabulary)) {
                codes.putIfAbsent(term.name(), term.code());
            }
            catalogue.terms(vocabulary).forEach(term -> codes.put(term.code(), term.code()));
            terms.put(vocabulary, codes);
        }
    }

    private static <T> void named(Map<String, T> things, Set<String> doubtful, String name, T thing) {
        T other = things.putIfAbsent(name, thing);
        if (other != null && !other.equals(thing)) {
            doubtful.add(name);
        }
    }

    Judged judge(SourceRow row) {
        List<Reason> wrong = new ArrayList<>(row.refusals);
        if (!wrong.isEmpty()) {
            return new Judged(row.number, key(row), "", null, null, wrong, row.warnings);
        }
        OrganId organ = organ(row.value(Field.ORGAN), wrong);
        LocalDateTime published = moment(row, Field.PUBLISHED_ON, wrong);
        LocalDateTime formed = moment(row, Field.FORMED_ON, wrong);
        LocalDate formedOn =
                formed != null ? formed.toLocalDate() : published != null ? published.toLocalDate() : plan.formedOn();
        if (published == null && formedOn != null) {
            published = formedOn.atStartOfDay();
        }
        Validity validity = validity(row.value(Field.VALIDITY), wrong);
        EditionContent content = new EditionContent(
                line(row.value(Field.TITLE)),
                line(row.value(Field.SUMMARY)),
                row.html != null ? row.html : WrittenBody.html(row.value(Field.BODY)),
                orNull(line(row.value(Field.DOCUMENT_NUMBER))),
                column(row.value(Field.COLUMN), wrong),
                term(Vocabulary.SUBJECT, Field.SUBJECT, row, wrong),
                term(Vocabulary.GENRE, Field.GENRE, row, wrong),
                List.of(),
                formedOn,
                validity != null,
                day(row, Field.ISSUED_ON, wrong),
                day(row, Field.EFFECTIVE_ON, wrong),
                day(row, Field.EXPIRES_ON, wrong),
                day(row, Field.REPEALED_ON, wrong),
                validity,
                line(row.value(Field.SOURCE)),
                keywords(row.value(Field.KEYWORDS)),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
        Instant at = published == null
                ? Instant.EPOCH
                : published.atZone(clock.getZone()).toInstant();
        Past past = new Past(
                organ,
                content,
                orNull(line(row.value(Field.INDEX_NUMBER))),
                Channel.WEBSITE,
                at,
                published == null ? LocalDate.EPOCH : published.toLocalDate(),
                List.copyOf(row.attachments));
        for (Reason reason : bulk.against(past)) {
            boolean told = wrong.stream()
                    .anyMatch(each -> reason.field() != null && reason.field().equals(each.field()));
            if (!told && !(formedOn == null && "publishedOn".equals(reason.field()))) {
                wrong.add(reason);
            }
        }
        String hash = Sm3.hex(past.toString());
        return new Judged(
                row.number,
                key(row),
                hash,
                wrong.isEmpty() ? past : null,
                address(row.value(Field.OLD_ADDRESS), row),
                wrong,
                row.warnings);
    }

    /** What names the row at its source: its key, else its index number, else all that it says. */
    private static String key(SourceRow row) {
        String key = row.value(Field.KEY);
        if (key.isEmpty()) {
            key = row.value(Field.INDEX_NUMBER);
        }
        if (!key.isEmpty()) {
            return key.length() <= 200 ? clean(key) : "#" + Sm3.hex(key);
        }
        return "#" + Sm3.hex(new TreeMap<>(row.values).toString());
    }

    private OrganId organ(String written, List<Reason> wrong) {
        if (written.isEmpty()) {
            return plan.organ();
        }
        OrganId found = organs.get(written);
        if (found == null) {
            wrong.add(Reason.at("organ", "intake.refused.organ", shortened(written)));
        } else if (doubtfulOrgans.contains(written)) {
            wrong.add(Reason.at("organ", "intake.refused.organDoubtful", shortened(written)));
        }
        return found == null ? plan.organ() : found;
    }

    private @Nullable ColumnId column(String written, List<Reason> wrong) {
        String name = plan.columns().getOrDefault(written, written);
        ColumnId found = columns.get(name);
        if (found != null && !doubtfulColumns.contains(name)) {
            return found;
        }
        ColumnId otherwise = plan.column() == null ? null : columns.get(plan.column());
        if (otherwise == null && !written.isEmpty()) {
            wrong.add(Reason.at(
                    "column",
                    found == null ? "intake.refused.column" : "intake.refused.columnDoubtful",
                    shortened(written)));
        }
        return otherwise;
    }

    private @Nullable String term(Vocabulary vocabulary, Field field, SourceRow row, List<Reason> wrong) {
        String written = row.value(field);
        if (written.isEmpty()) {
            return null;
        }
        String code = terms.getOrDefault(vocabulary, Map.of()).get(written);
        if (code == null) {
            wrong.add(Reason.at(name(field), "disclosure.invalid.termGone", shortened(written)));
        }
        return code;
    }

    private @Nullable LocalDateTime moment(SourceRow row, Field field, List<Reason> wrong) {
        String written = row.value(field);
        if (written.isEmpty()) {
            return null;
        }
        Optional<LocalDateTime> read = WrittenDates.read(written, clock.getZone());
        if (read.isEmpty()) {
            wrong.add(Reason.at(name(field), "intake.refused.date", shortened(written)));
        }
        return read.orElse(null);
    }

    private @Nullable LocalDate day(SourceRow row, Field field, List<Reason> wrong) {
        LocalDateTime moment = moment(row, field, wrong);
        return moment == null ? null : moment.toLocalDate();
    }

    private static @Nullable Validity validity(String written, List<Reason> wrong) {
        if (written.isEmpty()) {
            return null;
        }
        Validity known = VALIDITIES.get(written);
        for (Validity validity : Validity.values()) {
            known = validity.name().equalsIgnoreCase(written) ? validity : known;
        }
        if (known == null) {
            wrong.add(Reason.at("validity", "intake.refused.validity", shortened(written)));
        }
        return known;
    }

    private @Nullable String address(String written, SourceRow row) {
        if (written.isEmpty()) {
            return null;
        }
        String address = OldSite.address(written).orElse(null);
        if (address == null) {
            row.warnings.add(Reason.at("oldAddress", "intake.warning.oldAddress", shortened(written)));
        }
        return address;
    }

    private static List<String> keywords(String written) {
        return java.util.Arrays.stream(line(written).split("[,，;；、\\s\u3000|]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** {@code formedOn}, as the rules of content call their fields. */
    private static String name(Field field) {
        StringBuilder name = new StringBuilder();
        for (String part : field.label().split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private static String line(String text) {
        return clean(text.replaceAll("\\s+", " ")).strip();
    }

    /** Without control characters, halves of characters, and marks that turn the reading direction. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> Character.getType(point) != Character.CONTROL
                        && Character.getType(point) != Character.SURROGATE
                        && point != 0xFEFF
                        && !(point >= 0x202A && point <= 0x202E)
                        && !(point >= 0x2066 && point <= 0x2069))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String shortened(String text) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
    }
}
