package org.yangguang.statistics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;
import org.yangguang.statistics.FactSeries;
import org.yangguang.statistics.Statement;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;
import org.yangguang.statistics.web.StatementViews.Frozen;
import org.yangguang.statistics.web.StatementViews.Monthly;
import org.yangguang.statistics.web.StatementViews.Named;

/** What everybody may read: how much was disclosed and asked for, and the frozen statements. */
@Controller
class StatisticsPages {

    private static final String RELEASED = "disclosure.released";
    private static final String ASKED = "request.application";
    private static final String ENDED = "request.result";
    private static final String WRITTEN = "engagement.letter";
    private static final String REPLIED = "engagement.letter_reply";
    private static final int MOST_LINES = 25;

    private final FactSeries series;
    private final Statements statements;
    private final StatementAddress address;
    private final StatementWords words;
    private final Catalogue catalogue;
    private final Clock clock;

    StatisticsPages(
            FactSeries series,
            Statements statements,
            StatementAddress address,
            StatementWords words,
            Catalogue catalogue,
            Clock clock) {
        this.series = series;
        this.statements = statements;
        this.address = address;
        this.words = words;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/statistics")
    String statistics(@RequestParam(defaultValue = "") String year, Model model) {
        int now = LocalDate.now(clock).getYear();
        List<Integer> years = series.years(RELEASED);
        int usual = years.stream().filter(each -> each <= now).findFirst().orElse(now);
        int wanted = year.matches("(19|20)\\d{2}") ? Integer.parseInt(year) : usual;
        model.addAttribute("year", wanted);
        model.addAttribute("years", years);
        model.addAttribute(
                "released", months(new Monthly("statistics.public.released", series.byMonth(RELEASED, wanted))));
        model.addAttribute(
                "requests",
                months(
                        new Monthly("statistics.public.asked", series.byMonth(ASKED, wanted)),
                        new Monthly("statistics.public.ended", series.byMonth(ENDED, wanted))));
        model.addAttribute("results", results(wanted));
        model.addAttribute(
                "letters",
                months(
                        new Monthly("statistics.public.written", series.byMonth(WRITTEN, wanted)),
                        new Monthly("statistics.public.replied", series.byMonth(REPLIED, wanted))));
        model.addAttribute(
                "replyTimes",
                months(new Monthly(
                        "statistics.public.reply.days", series.medianByMonth(REPLIED, "worked_days", wanted))));
        model.addAttribute("organs", organs(wanted));
        model.addAttribute("columns", columns(wanted));
        model.addAttribute(
                "frozen", statements.frozen(200).stream().map(this::frozen).toList());
        model.addAttribute("words", words);
        return "statistics/statistics";
    }

    /** What stands in one table; no table for a year in which nothing of it happened. */
    private static List<Monthly> months(Monthly... columns) {
        return Stream.of(columns).anyMatch(Monthly::isAny) ? List.of(columns) : List.of();
    }

    private List<Named> results(int year) {
        return series.byDimension(ENDED, "result", year).entrySet().stream()
                .map(each -> new Named(words.say("request.kind." + each.getKey()), each.getValue()))
                .toList();
    }

    private List<Named> organs(int year) {
        return series.byOrgan(RELEASED, year).entrySet().stream()
                .limit(MOST_LINES)
                .map(each -> new Named(words.organ(each.getKey()), each.getValue()))
                .toList();
    }

    private List<Named> columns(int year) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        series.byDimension(RELEASED, "column_id", year).forEach((id, number) -> catalogue
                .column(new ColumnId(Long.parseLong(id)))
                .ifPresent(column -> numbers.merge(name(column), number, Long::sum)));
        List<Named> lines = new ArrayList<>();
        numbers.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_LINES)
                .forEach(each -> lines.add(new Named(each.getKey(), each.getValue())));
        return lines;
    }

    private static String name(Column column) {
        boolean english = "en"
                .equals(org.springframework.context.i18n.LocaleContextHolder.getLocale()
                        .getLanguage());
        String name = column.nameEn();
        return english && name != null && !name.isBlank() ? name : column.name();
    }

    private Frozen frozen(Statement statement) {
        StatementKey key = statement.key();
        return new Frozen(words.title(key, address.scheme(key)), StatementApi.publicHref(key));
    }

    @GetMapping("/statistics/{id}/{scheme}/{period}/{coverage}")
    String statement(
            @PathVariable("id") long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            Model model) {
        StatementKey key = address.of(organ, scheme, period, coverage);
        StatementPicture picture = StatementApi.frozen(statements, key);
        model.addAttribute("picture", picture);
        model.addAttribute("title", words.title(key, picture.scheme()));
        model.addAttribute("api", "/api/v1" + StatementApi.publicHref(key).replace("/statistics/", "/statements/"));
        return "statistics/statement";
    }

    @Configuration(proxyBeanMethods = false)
    static class Kept {
        @Bean
        MappedPages pagesOfStatistics() {
            return () -> List.of("/statistics");
        }

        @Bean
        KeptPages keptStatistics() {
            return KeptPages.of(Set.of("/statistics", "/statistics/{id}/{scheme}/{period}/{coverage}"), Set.of("year"));
        }
    }
}
