package org.yangguang.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchQuery.Sort;
import org.yangguang.site.BadParameters;

/** Reads what is looked for from the parameters of a request, and says of all that cannot be read why. */
final class SearchParameters {

    static final int LARGEST_PAGE = 100;

    private static final Set<String> VALIDITIES = Set.of("EFFECTIVE", "AMENDED", "REPEALED", "EXPIRED");

    private final HttpServletRequest request;
    private final Labels labels;
    private final Function<String, String> texts;
    private final List<BadParameters.Error> errors = new ArrayList<>();
    private final SearchQuery query;

    SearchParameters(
            HttpServletRequest request, Labels labels, MessageSource messages, Locale locale, int defaultSize) {
        this.request = request;
        this.labels = labels;
        this.texts = key -> String.valueOf(messages.getMessage("search.bad." + key, null, "search.bad." + key, locale));
        int size = number("size", 1, LARGEST_PAGE, defaultSize);
        int page = number("page", 1, SearchQuery.DEEPEST, 1);
        if ((long) page * size > SearchQuery.DEEPEST) {
            refuse("page", "deep");
        }
        LocalDate from = date("from");
        LocalDate to = date("to");
        if (from != null && to != null && to.isBefore(from)) {
            refuse("to", "order");
        }
        this.query = new SearchQuery(
                raw("q"),
                organ(),
                known("column", labels::knownColumn),
                known("genre", code -> labels.knownTerm(Vocabulary.GENRE, code)),
                known("subject", code -> labels.knownTerm(Vocabulary.SUBJECT, code)),
                year(),
                validity(),
                from,
                to,
                sort(),
                page,
                size);
    }

    /** What could be read; what could not is left out. */
    SearchQuery query() {
        return query;
    }

    List<BadParameters.Error> errors() {
        return errors;
    }

    /** @throws BadParameters with every error */
    SearchQuery strict() {
        if (!errors.isEmpty()) {
            throw new BadParameters(errors);
        }
        return query;
    }

    /** What an address keeps of {@code name}: nothing that cannot be read. */
    String kept(String name) {
        if (errors.stream().anyMatch(error -> error.parameter().equals(name))) {
            return "";
        }
        return name.equals("organ") && query.organ() != null ? query.organ().toString() : raw(name);
    }

    String raw(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private @Nullable String known(String name, Predicate<String> exists) {
        String value = raw(name);
        if (value.isEmpty() || exists.test(value)) {
            return value.isEmpty() ? null : value;
        }
        refuse(name, name);
        return null;
    }

    private @Nullable Long organ() {
        String value = raw("organ");
        if (value.isEmpty()) {
            return null;
        }
        Long id = labels.organId(value);
        if (id == null) {
            refuse("organ", "organ");
        }
        return id;
    }

    private @Nullable Integer year() {
        String value = raw("year");
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("[0-9]{4}")) {
            return Integer.valueOf(value);
        }
        refuse("year", "year");
        return null;
    }

    private @Nullable String validity() {
        String value = raw("validity").toUpperCase(Locale.ROOT);
        if (value.isEmpty() || VALIDITIES.contains(value)) {
            return value.isEmpty() ? null : value;
        }
        refuse("validity", "validity");
        return null;
    }

    private Sort sort() {
        String value = raw("sort").toLowerCase(Locale.ROOT);
        if (value.equals("date")) {
            return Sort.DATE;
        }
        if (!value.isEmpty() && !value.equals("relevance")) {
            refuse("sort", "sort");
        }
        return Sort.RELEVANCE;
    }

    private @Nullable LocalDate date(String name) {
        String value = raw(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // refused below
        }
        refuse(name, "date");
        return null;
    }

    private int number(String name, int least, int most, int otherwise) {
        String value = raw(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(name, name);
        return otherwise;
    }

    private void refuse(String parameter, String reason) {
        errors.add(new BadParameters.Error(parameter, texts.apply(reason)));
    }
}
