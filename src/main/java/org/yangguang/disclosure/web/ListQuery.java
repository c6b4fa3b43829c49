package org.yangguang.disclosure.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.BadParameters;

/**
 * What a reader or a program asked a list for, read from the parameters of the address.
 *
 * @param page from 1
 */
record ListQuery(
        @Nullable Organ organ,
        @Nullable Column column,
        @Nullable Term subject,
        @Nullable Term genre,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ItemOrder order,
        int page,
        int size,
        ItemFilter filter) {

    /** No list goes deeper than this; filters lead to everything. */
    static final int DEPTH = 100_000;

    int offset() {
        return (page - 1) * size;
    }

    /** Reads parameters and collects everything that is wrong with them. */
    static final class Reading {

        private final Organs organs;
        private final Catalogue catalogue;
        private final Map<String, String> parameters;
        private final List<BadParameters.Error> errors = new ArrayList<>();

        Reading(Organs organs, Catalogue catalogue, Map<String, String> parameters) {
            this.organs = organs;
            this.catalogue = catalogue;
            this.parameters = parameters;
        }

        /**
         * @param within column of the list itself, which the parameters may narrow but not leave
         * @throws BadParameters with every error at once
         */
        ListQuery query(@Nullable Column within, int usualSize, int largestSize) {
            Organ organ = organ();
            Column column = column();
            Term subject = term("subject", Vocabulary.SUBJECT);
            Term genre = term("genre", Vocabulary.GENRE);
            Integer year = number("year", 1900, 2199);
            LocalDate from = date("from");
            LocalDate to = date("to");
            if (from != null && to != null && from.isAfter(to)) {
                errors.add(new BadParameters.Error("from", "must not be after to"));
            }
            ItemOrder order = order();
            Integer size = number("size", 1, largestSize);
            Integer page = number("page", 1, Integer.MAX_VALUE);
            int entries = size == null ? usualSize : size;
            if (page != null && (long) (page - 1) * entries >= DEPTH) {
                errors.add(new BadParameters.Error(
                        "page", "must stay within the first 100000 entries; narrow the list by year, from or to"));
            }
            if (!errors.isEmpty()) {
                throw new BadParameters(errors);
            }
            Column shown = column != null ? column : within;
            ItemFilter filter = new ItemFilter(
                    organ == null ? null : organ.id(),
                    shown == null ? null : catalogue.subtree(shown.id()),
                    subject == null ? null : subject.code(),
                    genre == null ? null : genre.code(),
                    year,
                    from,
                    to,
                    null);
            return new ListQuery(
                    organ, shown, subject, genre, year, from, to, order, page == null ? 1 : page, entries, filter);
        }

        private Optional<String> given(String name) {
            return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        private @Nullable Organ organ() {
            String value = given("organ").orElse(null);
            if (value == null) {
                return null;
            }
            Optional<Organ> found = value.matches("\\d{1,18}")
                    ? organs.find(new OrganId(Long.parseLong(value))).or(() -> organs.byCode(value))
                    : organs.byCode(value);
            if (found.isEmpty()) {
                errors.add(new BadParameters.Error("organ", "must be the id or the code of an organ"));
            }
            return found.orElse(null);
        }

        private @Nullable Column column() {
            String value = given("column").orElse(null);
            if (value == null) {
                return null;
            }
            Optional<Column> found = catalogue.columnByCode(value);
            if (found.isEmpty()) {
                errors.add(new BadParameters.Error("column", "must be the code of a column"));
            }
            return found.orElse(null);
        }

        private @Nullable Term term(String name, Vocabulary vocabulary) {
            String value = given(name).orElse(null);
            if (value == null) {
                return null;
            }
            Optional<Term> found = catalogue.term(vocabulary, value);
            if (found.isEmpty()) {
                errors.add(new BadParameters.Error(name, "must be the code of a " + name));
            }
            return found.orElse(null);
        }

        private @Nullable Integer number(String name, int least, int most) {
            String value = given(name).orElse(null);
            if (value == null) {
                return null;
            }
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // told below, together with a number out of range
            }
            errors.add(new BadParameters.Error(
                    name,
                    most == Integer.MAX_VALUE
                            ? "must be a whole number from " + least
                            : "must be a whole number from " + least + " to " + most));
            return null;
        }

        private @Nullable LocalDate date(String name) {
            String value = given(name).orElse(null);
            if (value == null) {
                return null;
            }
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException notADate) {
                errors.add(new BadParameters.Error(name, "must be a date as in 2016-02-18"));
                return null;
            }
        }

        private ItemOrder order() {
            String value = given("sort").orElse("formed");
            for (ItemOrder order : ItemOrder.values()) {
                if (order.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return order;
                }
            }
            errors.add(new BadParameters.Error("sort", "must be formed, oldest or published"));
            return ItemOrder.FORMED;
        }
    }
}
