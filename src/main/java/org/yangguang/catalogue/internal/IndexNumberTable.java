package org.yangguang.catalogue.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.internal.NumberPattern.NumberStem;
import org.yangguang.organ.OrganId;

/** The register of index numbers: {@code catalogue.index_number}, its counters, and what imports have taken. */
@Repository
public class IndexNumberTable {

    private final JdbcClient jdbc;
    private final IssuingConnections issuing;
    private final Clock clock;

    IndexNumberTable(JdbcClient jdbc, IssuingConnections issuing, Clock clock) {
        this.jdbc = jdbc;
        this.issuing = issuing;
        this.clock = clock;
    }

    /** Gives out numbers; they are given out for good when this returns, whatever the caller's transaction does. */
    public List<String> issue(NumberStem stem, OrganId organ, int count) {
        return issuing.inOwnTransaction(own -> {
            List<String> issued = new ArrayList<>(count);
            while (issued.size() < count) {
                int missing = count - issued.size();
                long last = own.sql("""
                        insert into catalogue.index_counter (stem, last) values (?, ?)
                        on conflict (stem) do update set last = index_counter.last + excluded.last
                        returning last""")
                        .params(stem.text(), missing)
                        .query(Long.class)
                        .single();
                List<String> next = new ArrayList<>(missing);
                for (long serial = last - missing + 1; serial <= last; serial++) {
                    next.add(stem.number(serial));
                }
                Set<String> free = new HashSet<>(insert(own, next, organ, "ISSUED"));
                next.stream().filter(free::contains).forEach(issued::add);
            }
            return issued;
        });
    }

    /**
     * Makes sure that foreign numbers are never issued, for good.
     *
     * @return those that were issued before
     */
    public List<String> reserve(OrganId organ, Collection<String> numbers) {
        return issuing.inOwnTransaction(own -> {
            insert(own, numbers, organ, "FOREIGN");
            return own.sql("""
                    select number from catalogue.index_number where number = any (?) and origin = 'ISSUED'""").param(array(numbers)).query(String.class).list();
        });
    }

    /**
     * Takes foreign numbers in the running transaction.
     *
     * @return those that were free
     */
    public List<String> take(OrganId organ, Collection<String> numbers) {
        return jdbc.sql("""
                insert into catalogue.index_taken (number, organ_id)
                select number, ? from unnest(?) as number order by number
                on conflict do nothing
                returning number""")
                .params(organ.value(), array(numbers))
                .query(String.class)
                .list();
    }

    /** Known numbers by normal form, for the normal forms of the given ones. */
    public Map<String, List<String>> alike(Collection<String> numbers) {
        Map<String, List<String>> alike = new HashMap<>();
        jdbc.sql("select normal, number from catalogue.index_number where normal = any (?) order by number")
                .param(numbers.stream().map(NumberText::normal).toArray(String[]::new))
                .query((row, i) -> alike.computeIfAbsent(row.getString("normal"), key -> new ArrayList<>())
                        .add(row.getString("number")))
                .list();
        return alike;
    }

    /** How many numbers each stem has given out, by stem; for the console. */
    public Map<String, Long> counters(int year) {
        Map<String, Long> counters = new LinkedHashMap<>();
        jdbc.sql("select stem, last from catalogue.index_counter where stem like ? order by stem")
                .param("%" + year + "%")
                .query((row, i) -> counters.put(row.getString("stem"), row.getLong("last")))
                .list();
        return counters;
    }

    private List<String> insert(JdbcClient own, Collection<String> numbers, OrganId organ, String origin) {
        String[] normals = numbers.stream().map(NumberText::normal).toArray(String[]::new);
        return own.sql("""
                insert into catalogue.index_number (number, normal, organ_id, origin, at)
                select number, normal, ?, ?, ? from unnest(?, ?) as new (number, normal) order by number
                on conflict do nothing
                returning number""")
                .params(organ.value(), origin, OffsetDateTime.now(clock), array(numbers), normals)
                .query(String.class)
                .list();
    }

    private static String[] array(Collection<String> numbers) {
        return numbers.toArray(String[]::new);
    }
}
