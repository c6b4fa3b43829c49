package org.yangguang.statistics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.StatementDuties;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;
import org.yangguang.statistics.web.StatementViews.Pair;
import org.yangguang.statistics.web.StatementViews.Point;
import org.yangguang.statistics.web.StatementViews.Ranked;

/** Two statements side by side, the organs of a tree by one figure, and one figure over the years. */
@Controller
class ComparisonConsole {

    private static final int YEARS = 5;

    private final Statements statements;
    private final StatementDuties duties;
    private final StatementAddress address;
    private final StatementWords words;
    private final Organs organs;

    ComparisonConsole(
            Statements statements,
            StatementDuties duties,
            StatementAddress address,
            StatementWords words,
            Organs organs) {
        this.statements = statements;
        this.duties = duties;
        this.address = address;
        this.words = words;
        this.organs = organs;
    }

    @GetMapping("/console/statements/compare")
    String compare(
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String only,
            Model model) {
        Set<OrganId> readable = duties.readable(address.officer());
        model.addAttribute("words", words);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(each -> readable.contains(each.id()))
                        .toList());
        Optional<StatementKey> first = key(left);
        Optional<StatementKey> second = key(right)
                .or(() -> first.map(key -> new StatementKey(
                        organ.matches("\\d{1,18}") ? new OrganId(Long.parseLong(organ)) : key.organ(),
                        key.scheme(),
                        Period.parse(period)
                                .orElse(organ.isEmpty() ? key.period().before() : key.period()),
                        key.coverage())))
                .map(key -> address.ofConsole(
                        key.organ().value(),
                        key.scheme(),
                        key.period().code(),
                        key.coverage().name()));
        model.addAttribute("left", first.flatMap(statements::picture).orElse(null));
        model.addAttribute("right", second.flatMap(statements::picture).orElse(null));
        model.addAttribute("only", only.equals("changed"));
        model.addAttribute("pairs", pairs(model));
        return "statistics/console-compare";
    }

    private static List<Pair> pairs(Model model) {
        if (!(model.getAttribute("left") instanceof StatementPicture left)
                || !(model.getAttribute("right") instanceof StatementPicture right)) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        for (Cell cell : left.scheme().cells()) {
            Optional<BigDecimal> first = left.figures().at(cell);
            Optional<BigDecimal> second = right.figures().at(cell);
            Optional<BigDecimal> difference =
                    first.flatMap(figure -> second.map(figure::subtract)).filter(each -> each.signum() != 0);
            pairs.add(new Pair(
                    cell,
                    first.orElse(null),
                    second.orElse(null),
                    difference.map(StatementWords::change).orElse(""),
                    difference
                            .filter(each -> second.get().signum() > 0)
                            .map(each -> each.multiply(BigDecimal.valueOf(100))
                                    .divide(second.get(), 2, RoundingMode.HALF_UP))
                            .map(each -> StatementWords.change(each) + "%")
                            .orElse("")));
        }
        return pairs;
    }

    private Optional<StatementKey> key(String path) {
        String[] parts = path.split("/");
        return parts.length == 4 && parts[0].matches("\\d{1,18}")
                ? Optional.of(address.ofConsole(Long.parseLong(parts[0]), parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    @GetMapping("/console/statements/{organ}/{scheme}/{period}/{coverage}/organs")
    String ranking(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam(name = "at", defaultValue = "") String at,
            Model model) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Scheme form = address.scheme(key);
        List<Cell> cells = form.cells().stream()
                .filter(cell -> form.fill(cell) instanceof org.yangguang.statistics.Fill.Counted)
                .toList();
        Cell cell = at.isEmpty() && !cells.isEmpty() ? cells.get(0) : address.cell(form, at);
        Map<OrganId, Map<Cell, BigDecimal>> all = statements.byOrgan(key);
        BigDecimal sum = all.values().stream()
                .map(figures -> figures.getOrDefault(cell, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Ranked> ranked = all.entrySet().stream()
                .map(each -> {
                    BigDecimal figure = each.getValue().getOrDefault(cell, BigDecimal.ZERO);
                    return new Ranked(
                            each.getKey(),
                            figure,
                            sum.signum() == 0
                                    ? ""
                                    : figure.multiply(BigDecimal.valueOf(100)).divide(sum, 1, RoundingMode.HALF_UP)
                                            + "%",
                            key.of(each.getKey()).href() + "/cell?at=" + StatementWords.address(cell));
                })
                .sorted(Comparator.comparing(Ranked::figure).reversed())
                .toList();
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("cell", cell);
        model.addAttribute("cells", cells);
        model.addAttribute("ranked", ranked);
        model.addAttribute("sum", sum);
        model.addAttribute("words", words);
        return "statistics/console-ranking";
    }

    @GetMapping("/console/statements/{organ}/{scheme}/{period}/{coverage}/trend")
    String trend(
            @PathVariable long organ,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String coverage,
            @RequestParam("at") String at,
            Model model) {
        StatementKey key = address.ofConsole(organ, scheme, period, coverage);
        Scheme form = address.scheme(key);
        Cell cell = address.cell(form, at);
        List<Point> points = new ArrayList<>();
        StatementKey each = key;
        for (int i = 0; i < YEARS && form.isFor(each.period().year()); i++) {
            StatementKey of = each;
            points.add(
                    0,
                    new Point(
                            of.period(),
                            statements
                                    .picture(of)
                                    .flatMap(picture -> picture.figures().at(cell))
                                    .orElse(null),
                            of.href()));
            each = each.before();
        }
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("cell", cell);
        model.addAttribute("points", points);
        model.addAttribute("words", words);
        return "statistics/console-trend";
    }
}
