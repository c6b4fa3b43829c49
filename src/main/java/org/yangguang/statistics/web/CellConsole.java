package org.yangguang.statistics.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.CellRecords;
import org.yangguang.statistics.Fill;
import org.yangguang.statistics.StatementDuties;
import org.yangguang.statistics.StatementEntries;
import org.yangguang.statistics.StatementEntries.Decision;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;
import org.yangguang.statistics.internal.CsvText;

/** One figure: the records behind it, what was entered beside it, and the rules it breaks. */
@Controller
class CellConsole {

    private static final String HERE = "/console/statements/{organ}/{scheme}/{period}/{coverage}";
    private static final int SIZE = 50;

    private final Statements statements;
    private final StatementEntries entries;
    private final StatementDuties duties;
    private final CellRecords records;
    private final StatementAddress address;
    private final StatementWords words;
    private final Clock clock;

    CellConsole(
            Statements statements,
            StatementEntries entries,
            StatementDuties duties,
            CellRecords records,
            StatementAddress address,
            StatementWords words,
            Clock clock) {
        this.statements = statements;
        this.entries = entries;
        this.duties = duties;
        this.records = records;
        this.address = address;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(HERE + "/cell")
    String cell(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam("at") String at,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Cell cell = address.cell(address.scheme(key), at);
        StatementPicture picture = statements.picture(key).orElseThrow(StatementAddress::missing);
        Officer officer = address.officer();
        Fill fill = picture.scheme().fill(cell);
        int number = Math.max(1, Math.min(page, 100_000));
        model.addAttribute("picture", picture);
        model.addAttribute("cell", cell);
        model.addAttribute("fill", fill);
        model.addAttribute(
                "records",
                fill instanceof Fill.Counted counted
                        ? records.page(key, counted, number - 1, SIZE)
                        : new CellRecords.Page(0, List.of()));
        model.addAttribute("number", number);
        model.addAttribute("size", SIZE);
        model.addAttribute(
                "history",
                picture.statement().map(each -> statements.entered(each, cell)).orElse(List.of()));
        model.addAttribute("drafts", duties.drafts(officer, key.organ()));
        model.addAttribute("approves", duties.approves(officer, key.organ()));
        model.addAttribute("officer", officer.id());
        model.addAttribute("words", words);
        model.addAttribute("zone", clock.getZone());
        return "statistics/console-cell";
    }

    @GetMapping(path = HERE + "/cell.csv", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam("at") String at) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Cell cell = address.cell(address.scheme(key), at);
        if (!(address.scheme(key).fill(cell) instanceof Fill.Counted counted)) {
            throw StatementAddress.missing();
        }
        String head = CsvText.line(List.of(
                words.say("statistics.record.organ"),
                words.say("statistics.record.reference"),
                words.say("statistics.record.on"),
                words.say("statistics.record.label"),
                words.say("statistics.record.measured")));
        StreamingResponseBody body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF' + head);
            records.all(key, counted, record -> write(writer, record));
            writer.flush();
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"records-" + key.period() + "-" + cell.row() + ".csv\"")
                .body(body);
    }

    private void write(Writer writer, CellRecords.Record record) {
        try {
            String measured = record.measured();
            writer.write(CsvText.line(List.of(
                    words.organ(record.organ()),
                    record.reference(),
                    record.on().toString(),
                    record.label(),
                    measured == null ? "" : measured)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping(HERE + "/cell")
    String enter(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam("at") String at,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Cell cell = address.cell(address.scheme(key), at);
        BigDecimal figure = figure(value);
        StatementOutcome outcome = figure == null
                ? StatementOutcome.refused("figure")
                : entries.enter(address.officer(), key, version, cell, figure, reason);
        StatementConsole.tell(outcome, "statistics.done.entered", told);
        if (!outcome.done()) {
            told.addFlashAttribute("typedValue", value);
            told.addFlashAttribute("typedReason", reason);
        }
        return back(key, cell);
    }

    @PostMapping(HERE + "/cell/drop")
    String drop(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam("at") String at,
            @RequestParam int version,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Cell cell = address.cell(address.scheme(key), at);
        StatementConsole.tell(entries.drop(address.officer(), key, version, cell), "statistics.done.dropped", told);
        return back(key, cell);
    }

    @PostMapping(HERE + "/entries/{entry}")
    String decide(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @PathVariable long entry,
            @RequestParam int version,
            @RequestParam Decision decision,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        StatementConsole.tell(
                entries.decide(address.officer(), key, version, entry, decision), "statistics.done." + decision, told);
        return "redirect:" + key.href();
    }

    @PostMapping(HERE + "/entries")
    String decideAll(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam int version,
            @RequestParam Decision decision,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        StatementConsole.tell(
                entries.decideAll(address.officer(), key, version, decision), "statistics.done." + decision, told);
        return "redirect:" + key.href();
    }

    @PostMapping(HERE + "/reasons")
    String explain(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam int version,
            @RequestParam String fingerprint,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        StatementConsole.tell(
                entries.explain(address.officer(), key, version, fingerprint, reason),
                "statistics.done.explained",
                told);
        return "redirect:" + key.href();
    }

    private static String back(StatementKey key, Cell cell) {
        return "redirect:" + key.href() + "/cell?at="
                + java.net.URLEncoder.encode(StatementWords.address(cell), StandardCharsets.UTF_8);
    }

    private static @Nullable BigDecimal figure(String value) {
        try {
            return new BigDecimal(value.strip().replace(",", "").replace("，", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
