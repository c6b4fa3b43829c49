package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;
import org.yangguang.request.CaseId;
import org.yangguang.request.Wanted;

/** The tables {@code request.proposal} and {@code request.released}, and what several applicants asked for. */
@Repository
public class LearningTable {

    private static final int MOST = 600;

    private final JdbcClient jdbc;

    LearningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One application. @param applicant tells applicants apart without naming them */
    public record Asked(
            CaseId id, String number, String title, OrganId organ, LocalDate on, String applicant, boolean granted) {}

    /** Applications for nearly the same information of one organ, by more than one applicant. */
    public record Group(List<Asked> asked, int applicants) {}

    /** What several people asked for since a day and nothing was decided on; most applicants first. Refused requests are left out. */
    public List<Group> groups(Collection<OrganId> organs, LocalDate since) {
        List<Asked> all = jdbc.sql("""
                select a.id, a.number, a.title, a.organ_id, a.arrived_on, a.result,
                       coalesce(encode(p.identity_index, 'hex'), encode(p.name_index, 'hex'), 'case ' || a.id) as applicant
                  from request.application a left join request.applicant p on p.application_id = a.id
                 where a.organ_id = any(?) and a.arrived_on >= ?
                   and (a.result is null or a.result in ('GRANTED_IN_FULL', 'GRANTED_IN_PART'))
                   and not exists (select from request.proposal d where d.application_id = a.id)
                 order by a.arrived_on desc, a.id desc limit ?""")
                .params(organs.stream().map(OrganId::value).toArray(Long[]::new), since, MOST)
                .query((row, n) -> new Asked(
                        new CaseId(row.getLong("id")),
                        row.getString("number"),
                        row.getString("title"),
                        new OrganId(row.getLong("organ_id")),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getString("applicant"),
                        row.getString("result") != null))
                .list();
        List<List<Asked>> groups = new ArrayList<>();
        for (Asked each : all) {
            groups.stream()
                    .filter(group -> group.get(0).organ().equals(each.organ())
                            && NearDuplicates.near(wanted(group.get(0)), wanted(each)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(each), () -> groups.add(new ArrayList<>(List.of(each))));
        }
        return groups.stream()
                .map(group -> new Group(List.copyOf(group), applicants(group)))
                .filter(group -> group.applicants() > 1)
                .sorted(java.util.Comparator.comparingInt(Group::applicants).reversed())
                .toList();
    }

    private static int applicants(List<Asked> group) {
        Set<String> who = new HashSet<>();
        group.forEach(each -> who.add(each.applicant()));
        return who.size();
    }

    private static Wanted wanted(Asked asked) {
        return Wanted.of(asked.title(), "");
    }

    /** @param item the draft; null when it was decided against */
    public void decide(CaseId id, @Nullable Long item, String words, String by, Instant now) {
        jdbc.sql("insert into request.proposal values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(id.value(), item, words, by, Timestamp.from(now))
                .update();
    }

    /** False when it was put forward before. */
    public boolean release(CaseId id, long item, String by, Instant now) {
        return jdbc.sql("insert into request.released values (?, ?, ?, ?) on conflict do nothing")
                        .params(id.value(), item, by, Timestamp.from(now))
                        .update()
                == 1;
    }

    public boolean released(CaseId id) {
        return jdbc.sql("select exists (select from request.released where application_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * A draft that came of an application.
     *
     * @param log whether it is for the log of replies
     * @param asked the applications that it answers
     */
    public record Handed(long item, boolean log, String by, Instant at, List<CaseId> asked) {}

    /** Drafts that came of the application, in the order in which they were made. */
    public List<Handed> handed(CaseId id) {
        return jdbc.sql("""
                select p.item_id, false as log, p.decided_by_name as by_name, p.decided_at as at,
                       (select array_agg(o.application_id order by o.application_id)
                          from request.proposal o where o.item_id = p.item_id) as asked
                  from request.proposal p where p.application_id = ? and p.item_id is not null
                union all
                select r.item_id, true, r.released_by_name, r.released_at, array[r.application_id]
                  from request.released r where r.application_id = ?
                 order by at""")
                .params(id.value(), id.value())
                .query((row, n) -> new Handed(
                        row.getLong("item_id"),
                        row.getBoolean("log"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        Stream.of((Long[]) row.getArray("asked").getArray())
                                .map(CaseId::new)
                                .toList()))
                .list();
    }

    /** Items of the log, newest first. */
    public List<Long> released(int from, int most) {
        return jdbc.sql("select item_id from request.released order by released_at desc offset ? limit ?")
                .params(from, most)
                .query(Long.class)
                .list();
    }

    /** Items of the log by the number of the application that each answers. */
    public Map<String, Long> released(Collection<String> numbers) {
        Map<String, Long> items = new HashMap<>();
        jdbc.sql("""
                select a.number, r.item_id from request.released r join request.application a on a.id = r.application_id
                 where a.number = any(?)""").param(numbers.toArray(String[]::new)).query(row -> {
            items.put(row.getString("number"), row.getLong("item_id"));
        });
        return items;
    }
}
