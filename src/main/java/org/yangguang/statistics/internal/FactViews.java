package org.yangguang.statistics.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.platform.StartFailure;
import org.yangguang.statistics.FactSource;

/** Holds what modules say of their facts against the views that are there. */
@Component
public class FactViews {

    private static final Set<String> DATE = Set.of("date");
    private static final Set<String> REFERENCE = Set.of("text", "int8");
    private static final Set<String> NUMBER = Set.of("int2", "int4", "int8", "numeric");
    private static final Set<String> DIMENSION = Set.of("text", "varchar", "bool", "int2", "int4", "int8", "date");

    private final JdbcClient jdbc;

    FactViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws StartFailure with a line for everything that is wrong */
    public void check(List<FactSource> offered) {
        List<String> wrong = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FactSource source : offered) {
            if (!names.add(source.name())) {
                wrong.add("The fact " + source.name() + " is offered twice.");
            }
            Map<String, String> columns = columns(source.view());
            if (columns.isEmpty()) {
                wrong.add("The fact " + source.name() + " needs the view " + source.view() + ", which is not there.");
                continue;
            }
            source.kind().dates().forEach(column -> expect(source, column, DATE, columns, wrong));
            expect(source, "organ_id", Set.of("int8"), columns, wrong);
            expect(source, "ref", REFERENCE, columns, wrong);
            source.dimensions().stream().sorted().forEach(column -> expect(source, column, DIMENSION, columns, wrong));
            source.order().ifPresent(order -> expect(source, order.column(), DATE, columns, wrong));
            source.measures().stream().sorted().forEach(column -> expect(source, column, NUMBER, columns, wrong));
        }
        if (!wrong.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), wrong));
        }
    }

    private static void expect(
            FactSource source, String column, Set<String> types, Map<String, String> columns, List<String> wrong) {
        String type = columns.get(column);
        if (type == null) {
            wrong.add("The view " + source.view() + " of the fact " + source.name() + " lacks the column " + column
                    + ".");
        } else if (!types.contains(type)) {
            wrong.add("The column " + column + " of the view " + source.view() + " is of type " + type + "; one of "
                    + types.stream().sorted().toList() + " is expected.");
        }
    }

    /** Types by column of a view; empty when it is not there. */
    private Map<String, String> columns(String view) {
        Map<String, String> columns = new HashMap<>();
        jdbc.sql("""
                select a.attname, t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped""").param(view).query(row -> {
            columns.put(row.getString("attname"), row.getString("typname"));
        });
        return columns;
    }
}
