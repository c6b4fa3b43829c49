package org.yangguang.statistics.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.OpeningImport;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.SchemeBook;
import org.yangguang.statistics.StatementDuties;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.internal.CsvText;

/** Where the figures of earlier periods are taken in from a file. */
@Controller
class OpeningConsole {

    private static final String HERE = "/console/statements/openings";

    private final OpeningImport openings;
    private final SchemeBook schemes;
    private final StatementDuties duties;
    private final StatementAddress address;
    private final StatementWords words;
    private final Organs organs;
    private final Clock clock;

    OpeningConsole(
            OpeningImport openings,
            SchemeBook schemes,
            StatementDuties duties,
            StatementAddress address,
            StatementWords words,
            Organs organs,
            Clock clock) {
        this.openings = openings;
        this.schemes = schemes;
        this.duties = duties;
        this.address = address;
        this.words = words;
        this.organs = organs;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String form(Model model) {
        Set<OrganId> mine = duties.readable(address.officer());
        model.addAttribute(
                "organs",
                organs.all().stream().filter(organ -> mine.contains(organ.id())).toList());
        model.addAttribute("schemes", schemes.all());
        model.addAttribute("year", LocalDate.now(clock).getYear() - 2);
        model.addAttribute("words", words);
        return "statistics/console-openings";
    }

    @PostMapping(HERE)
    String take(
            @RequestParam long organ,
            @RequestParam String scheme,
            @RequestParam String period,
            @RequestParam String coverage,
            @RequestParam MultipartFile file,
            RedirectAttributes told)
            throws IOException {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        StatementOutcome outcome = openings.take(
                address.officer(),
                key,
                name.length() > 200 ? name.substring(0, 200) : name,
                file.getInputStream().readNBytes(OpeningImport.MOST_BYTES + 1));
        StatementConsole.tell(outcome, "statistics.done.opening", told);
        if (outcome instanceof StatementOutcome.Done) {
            return "redirect:"
                    + new StatementKey(key.organ(), key.scheme(), key.period().after(), key.coverage()).href();
        }
        return "redirect:" + HERE;
    }

    /** A file with every cell of a form, to be filled in. */
    @GetMapping(path = HERE + "/template.csv", produces = "text/csv")
    ResponseEntity<byte[]> template(@RequestParam String scheme) {
        Scheme form = schemes.named(scheme).orElseThrow(StatementAddress::missing);
        StringBuilder text = new StringBuilder("\uFEFF").append(CsvText.line(List.of("表", "行代码", "列", "项目", "数值")));
        for (Cell cell : form.cells()) {
            text.append(CsvText.line(List.of(cell.table(), cell.row(), cell.column(), words.cell(form, cell), "")));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"opening-" + form.id() + ".csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
