package org.yangguang.disclosure.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.web.ListView.Choice;
import org.yangguang.disclosure.web.ListView.Facet;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;

/** Makes lists of items, with their filters, for the catalogue and its columns. */
@Component
class ItemLists {

    static final int PER_PAGE = 20;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final ItemCounts counts;
    private final Organs organs;
    private final Catalogue catalogue;
    private final MessageSource texts;
    private final ZoneId zone;

    ItemLists(
            VisibilityGate gate,
            PublishedItems items,
            ItemCounts counts,
            Organs organs,
            Catalogue catalogue,
            MessageSource texts,
            PlatformProperties platform) {
        this.gate = gate;
        this.items = items;
        this.counts = counts;
        this.organs = organs;
        this.catalogue = catalogue;
        this.texts = texts;
        this.zone = platform.zone();
    }

    /** @param within column whose page the list stands on; null for the whole catalogue */
    ListView list(@Nullable Column within, ListQuery query, Map<String, String> parameters, Locale locale) {
        Reader reader = gate.reader();
        ItemCounts.Counts counted = counts.of(query.filter(), reader);
        ListAddress address = address(within, query, parameters);
        int pages = (int) Math.min((counted.total() + query.size() - 1) / query.size(), ListQuery.DEPTH / query.size());
        List<ItemRow> rows = query.page() > pages
                ? List.of()
                : items.list(query.filter(), query.order(), query.offset(), query.size(), reader).stream()
                        .map(item -> ItemRow.of(item, zone))
                        .toList();
        Words words = new Words(locale);
        return new ListView(
                address,
                rows,
                counted.total(),
                query.page(),
                pages,
                facets(within, query, counted, address, words),
                chips(within, query, address, words),
                orders(query, address, words),
                within == null ? "/catalogue" : "/columns/" + within.code());
    }

    /** Only what was understood goes into the address, so that each state has one. */
    private static ListAddress address(@Nullable Column within, ListQuery query, Map<String, String> parameters) {
        Map<String, String> kept = new HashMap<>();
        put(kept, "organ", query.organ(), organ -> String.valueOf(organ.id().value()));
        put(kept, "subject", query.subject(), Term::code);
        put(kept, "genre", query.genre(), Term::code);
        put(kept, "year", query.year(), String::valueOf);
        put(kept, "from", query.from(), String::valueOf);
        put(kept, "to", query.to(), String::valueOf);
        if (query.order() != ItemOrder.FORMED) {
            kept.put("sort", query.order().name().toLowerCase(Locale.ROOT));
        }
        if (query.page() > 1) {
            kept.put("page", String.valueOf(query.page()));
        }
        Column shown = query.column();
        if (shown != null && within == null) {
            kept.put("column", shown.code());
        }
        return new ListAddress(within == null ? "/catalogue" : "/columns/" + within.code(), kept);
    }

    private static <T> void put(Map<String, String> kept, String name, @Nullable T value, Function<T, String> text) {
        if (value != null) {
            kept.put(name, text.apply(value));
        }
    }

    private List<Facet> facets(
            @Nullable Column within, ListQuery query, ItemCounts.Counts counted, ListAddress address, Words words) {
        List<Facet> facets = new ArrayList<>();
        facets.add(new Facet(words.text("column"), columns(query, counted, address, words)));
        facets.add(new Facet(words.text("year"), years(query, counted, address)));
        facets.add(new Facet(words.text("organ"), organs(query, counted, address, words)));
        facets.add(new Facet(
                words.text("subject"),
                terms("subject", Vocabulary.SUBJECT, counted.by(Dimension.SUBJECT), query.subject(), address, words)));
        facets.add(new Facet(
                words.text("genre"),
                terms("genre", Vocabulary.GENRE, counted.by(Dimension.GENRE), query.genre(), address, words)));
        return facets.stream().filter(facet -> !facet.choices().isEmpty()).toList();
    }

    /** The columns directly below the one that is shown (or below none: those below the heads), each with all below it. */
    private List<Choice> columns(ListQuery query, ItemCounts.Counts counted, ListAddress address, Words words) {
        Map<String, Long> own = counted.by(Dimension.COLUMN);
        Column shown = query.column();
        List<Choice> choices = new ArrayList<>();
        for (Column column : catalogue.columns()) {
            boolean offered = shown == null ? column.depth() <= 1 : shown.id().equals(column.parent());
            if (!offered
                    || (shown == null
                            && column.depth() == 0
                            && !catalogue.children(column.id()).isEmpty())) {
                continue;
            }
            long count = catalogue.subtree(column.id()).stream()
                    .mapToLong(id -> own.getOrDefault(String.valueOf(id.value()), 0L))
                    .sum();
            if (count > 0) {
                choices.add(new Choice(
                        words.name(column),
                        count,
                        new ListAddress(
                                        "/columns/" + column.code(),
                                        address.without("column").parameters())
                                .toString(),
                        false));
            }
        }
        return choices;
    }

    private static List<Choice> years(ListQuery query, ItemCounts.Counts counted, ListAddress address) {
        return counted.by(Dimension.YEAR).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                .map(each -> choice(
                        each.getKey(), "year", each.getKey(), each.getValue(), String.valueOf(query.year()), address))
                .toList();
    }

    private List<Choice> organs(ListQuery query, ItemCounts.Counts counted, ListAddress address, Words words) {
        Organ chosen = query.organ();
        return counted.by(Dimension.ORGAN).entrySet().stream()
                .map(each -> choice(
                        organs.find(new OrganId(Long.parseLong(each.getKey())))
                                .map(words::shortName)
                                .orElse(each.getKey()),
                        "organ",
                        each.getKey(),
                        each.getValue(),
                        chosen == null ? "" : String.valueOf(chosen.id().value()),
                        address))
                .toList();
    }

    private List<Choice> terms(
            String parameter,
            Vocabulary vocabulary,
            Map<String, Long> counted,
            @Nullable Term chosen,
            ListAddress address,
            Words words) {
        return counted.entrySet().stream()
                .map(each -> choice(
                        catalogue
                                .term(vocabulary, each.getKey())
                                .map(words::name)
                                .orElse(each.getKey()),
                        parameter,
                        each.getKey(),
                        each.getValue(),
                        chosen == null ? "" : chosen.code(),
                        address))
                .toList();
    }

    /** Choosing what is chosen takes it away again. */
    private static Choice choice(
            String label, String parameter, String value, long count, String chosen, ListAddress address) {
        boolean current = value.equals(chosen);
        ListAddress changed = current ? address.without(parameter) : address.with(parameter, value);
        return new Choice(label, count, changed.toString(), current);
    }

    private List<Choice> chips(@Nullable Column within, ListQuery query, ListAddress address, Words words) {
        List<Choice> chips = new ArrayList<>();
        Column column = query.column();
        if (column != null && within == null) {
            chips.add(chip(words.name(column), "column", address));
        }
        if (query.organ() != null) {
            chips.add(chip(words.shortName(query.organ()), "organ", address));
        }
        if (query.subject() != null) {
            chips.add(chip(words.name(query.subject()), "subject", address));
        }
        if (query.genre() != null) {
            chips.add(chip(words.name(query.genre()), "genre", address));
        }
        if (query.year() != null) {
            chips.add(chip(words.text("in.year", String.valueOf(query.year())), "year", address));
        }
        if (query.from() != null) {
            chips.add(chip(words.text("from", query.from().toString()), "from", address));
        }
        if (query.to() != null) {
            chips.add(chip(words.text("to", query.to().toString()), "to", address));
        }
        return chips;
    }

    private static Choice chip(String label, String parameter, ListAddress address) {
        return new Choice(label, null, address.without(parameter).toString(), false);
    }

    private static List<Choice> orders(ListQuery query, ListAddress address, Words words) {
        return java.util.Arrays.stream(ItemOrder.values())
                .map(order -> new Choice(
                        words.text("order." + order),
                        null,
                        (order == ItemOrder.FORMED
                                        ? address.without("sort")
                                        : address.with("sort", order.name().toLowerCase(Locale.ROOT)))
                                .toString(),
                        order == query.order()))
                .toList();
    }

    /** The names of things in the reader's language. */
    private final class Words {

        private final Locale locale;
        private final boolean english;

        Words(Locale locale) {
            this.locale = locale;
            this.english = "en".equals(locale.getLanguage());
        }

        String text(String key, Object... arguments) {
            return texts.getMessage("disclosure.list." + key, arguments.length == 0 ? null : arguments, locale);
        }

        String name(Column column) {
            return either(column.name(), column.nameEn());
        }

        String name(Term term) {
            return either(term.name(), term.nameEn());
        }

        String shortName(Organ organ) {
            return either(organ.shortName(), organ.nameEn());
        }

        private String either(String zh, @Nullable String en) {
            return english && en != null && !en.isBlank() ? en : zh;
        }
    }
}
