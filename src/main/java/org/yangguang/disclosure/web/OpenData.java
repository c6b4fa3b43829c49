package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.SiteIdentity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metadata of everything that anybody may see, a year of formation in a file, as CSV (RFC 4180) and JSON Lines. Read and written
 * in chunks, so that a file of any size takes the same memory.
 */
@Controller
class OpenData {

    private static final int CHUNK = 1_000;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final ItemCounts counts;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SiteIdentity site;
    private final JsonMapper json;

    OpenData(
            VisibilityGate gate,
            PublishedItems items,
            ItemCounts counts,
            Organs organs,
            Catalogue catalogue,
            SiteIdentity site,
            JsonMapper json) {
        this.gate = gate;
        this.items = items;
        this.counts = counts;
        this.organs = organs;
        this.catalogue = catalogue;
        this.site = site;
        this.json = json;
    }

    /** A field of the files, by its name and where it comes from. */
    private record Field(String name, Function<Listed, @Nullable String> value) {}

    private List<Field> fields() {
        return List.of(
                new Field("index_number", Listed::indexNumber),
                new Field("title", Listed::title),
                new Field("document_number", Listed::documentNumber),
                new Field(
                        "organ_code",
                        item -> organs.find(item.organ()).map(Organ::code).orElse(null)),
                new Field("organ", Listed::organName),
                new Field(
                        "column",
                        item -> catalogue.home(item.column()).map(Column::code).orElse(null)),
                new Field("subject", Listed::subject),
                new Field("genre", Listed::genre),
                new Field("formed_on", item -> item.formedOn().toString()),
                new Field("published_at", item -> item.firstPublishedAt().toString()),
                new Field("updated_at", item -> item.publishedAt().toString()),
                new Field(
                        "validity",
                        item -> item.validity() == null ? null : item.validity().name()),
                new Field("url", item -> site.url() + item.href()));
    }

    @GetMapping("/data/downloads")
    String downloads(Model model) {
        model.addAttribute("years", years());
        return "disclosure/downloads";
    }

    @GetMapping(path = "/data/{year}.csv", produces = "text/csv")
    void csv(@PathVariable int year, HttpServletResponse response) throws IOException {
        List<Field> fields = fields();
        try (Writer out = begin(year, "csv", "text/csv", response)) {
            out.write('\ufeff'); // spreadsheets take a file without it for one in the system's own encoding
            out.write(fields.stream().map(Field::name).collect(Collectors.joining(",")) + "\r\n");
            each(
                    year,
                    item -> fields.stream()
                            .map(field -> CsvCells.cell(field.value().apply(item)))
                            .collect(Collectors.joining(",", "", "\r\n")),
                    out);
        }
    }

    @GetMapping(path = "/data/{year}.jsonl", produces = "application/jsonl")
    void jsonLines(@PathVariable int year, HttpServletResponse response) throws IOException {
        List<Field> fields = fields();
        try (Writer out = begin(year, "jsonl", "application/jsonl", response)) {
            each(
                    year,
                    item -> {
                        Map<String, @Nullable String> line = new LinkedHashMap<>();
                        fields.forEach(
                                field -> line.put(field.name(), field.value().apply(item)));
                        return json.writeValueAsString(line) + "\n";
                    },
                    out);
        }
    }

    @GetMapping(path = "/catalog.ttl", produces = "text/turtle;charset=UTF-8")
    void turtle(HttpServletResponse response) throws IOException {
        response.setContentType("text/turtle;charset=UTF-8");
        response.getOutputStream()
                .write(new DcatCatalogue(site, years()).turtle().getBytes(StandardCharsets.UTF_8));
    }

    private Writer begin(int year, String ending, String type, HttpServletResponse response) throws IOException {
        if (!years().containsKey(String.valueOf(year))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"disclosures-" + year + "." + ending + "\"");
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 32_768);
    }

    private void each(int year, Function<Listed, String> line, Writer out) throws IOException {
        long after = Long.MIN_VALUE;
        List<Listed> chunk;
        do {
            chunk = items.ofYear(year, after, CHUNK, gate.anybody());
            for (Listed item : chunk) {
                out.write(line.apply(item));
                after = item.item().value();
            }
        } while (chunk.size() == CHUNK);
    }

    /** Number of items for each year of formation, the newest first. */
    private Map<String, Long> years() {
        return counts.of(ItemFilter.NONE, gate.anybody()).by(Dimension.YEAR).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByKey(Comparator.reverseOrder()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
