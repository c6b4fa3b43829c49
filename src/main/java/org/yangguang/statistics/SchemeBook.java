package org.yangguang.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.yangguang.platform.StartFailure;

/** The schemes of this program, each held against the facts that are offered when the program started. */
@Service
@EnableConfigurationProperties(StatisticsProperties.class)
public class SchemeBook {

    private final Schemes schemes;

    /** @throws StartFailure with file, line and reason of everything that is wrong with a scheme */
    SchemeBook(StatisticsProperties properties, FactSources facts) {
        try {
            Schemes read = properties.schemes() == null ? Schemes.shipped() : Schemes.withOwn(properties.schemes());
            schemes = new Schemes(read.all().stream()
                    .map(scheme -> scheme.countingWhat(fact -> facts.find(fact).isPresent()))
                    .toList());
        } catch (SchemeMistake e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
        List<String> wrong = schemes.all().stream()
                .flatMap(scheme -> scheme.fills().values().stream())
                .distinct()
                .flatMap(fill -> against(fill, facts).stream())
                .distinct()
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), wrong));
        }
    }

    /** What is wrong with the fact that a cell is counted from, each with file and line. */
    static List<String> against(Fill fill, FactSources facts) {
        if (!(fill instanceof Fill.Counted counted)) {
            return List.of();
        }
        Optional<FactSource> source = facts.find(counted.fact());
        if (source.isEmpty()) {
            return List.of(counted.origin() + ": there is no fact \"" + counted.fact() + "\"; known are "
                    + facts.all().stream().map(FactSource::name).toList());
        }
        List<String> wrong = new ArrayList<>();
        for (Fill.Filter filter : counted.where()) {
            if (!source.get().dimensions().contains(filter.dimension())) {
                wrong.add(counted.origin() + ": the fact \"" + counted.fact() + "\" has no dimension \""
                        + filter.dimension() + "\"");
            }
        }
        if (counted.measure() instanceof Fill.Measure.Sum sum
                && !source.get().measures().contains(sum.column())) {
            wrong.add(
                    counted.origin() + ": the fact \"" + counted.fact() + "\" has no measure \"" + sum.column() + "\"");
        }
        if (counted.moment() == Fill.Moment.START && source.get().kind() == FactSource.Kind.FLOW) {
            wrong.add(counted.origin() + ": the fact \"" + counted.fact()
                    + "\" happens; only what lasts can be counted at the start");
        }
        return wrong;
    }

    public List<Scheme> all() {
        return schemes.all();
    }

    public Optional<Scheme> named(String id) {
        return schemes.named(id);
    }

    /** Those for data of a period, the local ones first. */
    public List<Scheme> forPeriod(Period period) {
        return schemes.forYear(period.year()).toList();
    }
}
