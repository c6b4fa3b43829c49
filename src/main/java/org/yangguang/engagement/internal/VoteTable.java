package org.yangguang.engagement.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;

/** The table {@code engagement.rating_vote}. */
@Repository
public class VoteTable {

    private final JdbcClient jdbc;

    VoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an organ got. */
    public record Result(OrganId organ, long votes, double average) {}

    /** False when this voter has rated the organ {@code most} times. */
    public boolean add(long affair, long organ, byte[] voter, int most, int score, LocalDate on) {
        for (int slot = 1; slot <= most; slot++) {
            int added =
                    jdbc.sql("""
                    insert into engagement.rating_vote (affair_id, organ_id, voter, slot, score, cast_on)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing""").params(affair, organ, voter, slot, score, on).update();
            if (added == 1) {
                return true;
            }
        }
        return false;
    }

    /** @param fewest organs with fewer ratings are left out */
    public List<Result> results(long affair, int fewest) {
        return jdbc.sql("""
                select organ_id, count(*) as votes, avg(score) as average
                  from engagement.rating_vote where affair_id = ?
                 group by organ_id having count(*) >= ? order by 3 desc, 2 desc, 1""")
                .params(affair, fewest)
                .query((row, number) -> new Result(
                        new OrganId(row.getLong("organ_id")), row.getLong("votes"), row.getDouble("average")))
                .list();
    }

    public long count(long affair) {
        return jdbc.sql("select count(*) from engagement.rating_vote where affair_id = ?")
                .param(affair)
                .query(Long.class)
                .single();
    }
}
