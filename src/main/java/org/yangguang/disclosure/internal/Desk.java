package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.PublicationPeriod;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/** What each officer finds on their desk: what waits for them, since when, and by which day it is due. */
@Repository
public class Desk {

    /** Working days within which another organ is to answer a question; house practice, not law. */
    public static final int DAYS_TO_ANSWER = 5;

    private static final int MOST = 300;

    private static final String LINE = """
            select e.id, e.item_id, left(e.title, 300) as title, e.state, e.number, i.organ_id, e.organ_name, e.handler_id,
                   e.handler_name, e.updated_at, e.formed_on, e.attribute, e.review_again_on, e.publish_at, e.held,
                   c.asked_at, c.asked_organ_id,
                   (select s.action from disclosure.review_step s where s.edition_id = e.id order by s.id desc limit 1) as last
              from disclosure.edition e
              join disclosure.item i on i.id = e.item_id
              left join disclosure.confirmation c on c.edition_id = e.id and c.answered_at is null""";

    private static final String ACTED_ELSEWHERE = """
            and not exists (select 1 from disclosure.review_step s
                             where s.edition_id = e.id and s.actor_id = :me and s.stage not in ('OFFICE', '%s'))
            and not exists (select 1 from disclosure.edition_editor w
                             where w.edition_id = e.id and w.account_id = :me and w.saved_at is not null)""";

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final PublicationPeriod period;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Desk(JdbcClient jdbc, Permissions permissions, PublicationPeriod period, WorkingCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.period = period;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One line of a desk.
     *
     * @param since when it came to where it stands
     * @param due last day for publication, or for the answer when a question waits; null when no period runs
     * @param daysLeft working days to {@code due}; negative when it has passed
     */
    public record Line(
            EditionId edition,
            ItemId item,
            String title,
            EditionState state,
            int number,
            OrganId organ,
            String organName,
            String handlerName,
            Instant since,
            DisclosureAttribute attribute,
            @Nullable LocalDate reviewAgainOn,
            @Nullable Instant publishAt,
            boolean held,
            boolean returned,
            @Nullable LocalDate due,
            int daysLeft) {

        public boolean overdue() {
            return due != null && daysLeft < 0;
        }
    }

    /** What nobody but this officer (or one of the same role) can move on, the most urgent first. */
    public List<Line> waiting(Officer officer) {
        return lines(
                officer,
                LINE + """

                 where (e.state = 'SECRECY_REVIEW' and i.organ_id = any(:secrecy) """ + ACTED_ELSEWHERE.formatted("SECRECY") + """
                )
                    or (e.state = 'LEADER_REVIEW' and i.organ_id = any(:leading) """ + ACTED_ELSEWHERE.formatted("LEADERSHIP")
                        + """
                )
                    or (e.state in ('SECRECY_CONFIRMATION', 'LEADER_CONFIRMATION') and c.asked_organ_id = any(:office))
                    or (e.state = 'DRAFT' and e.handler_id = :me and e.submitted_at is not null)
                    or (e.state = 'APPROVED' and e.held <> '{}' and i.organ_id = any(:office))
                    or (e.state = 'APPROVED' and (e.held <> '{}' or e.publish_at is null) and e.handler_id = :me)
                 limit :most""");
    }

    /** Drafts of this officer that were never submitted. */
    public List<Line> drafts(Officer officer) {
        return lines(
                officer,
                LINE + " where e.state = 'DRAFT' and e.handler_id = :me and e.submitted_at is null limit :most");
    }

    /** What this officer submitted and others have in hand. */
    public List<Line> underway(Officer officer) {
        return lines(officer, LINE + """

                 where e.handler_id = :me
                   and (e.state in ('SECRECY_REVIEW', 'SECRECY_CONFIRMATION', 'LEADER_REVIEW', 'LEADER_CONFIRMATION')
                        or e.state = 'APPROVED' and e.publish_at is not null and e.held = '{}')
                 limit :most""");
    }

    /** What the officer's organs should have published by now. */
    public List<Line> overdue(Officer officer) {
        return lines(officer, LINE + """

                 where e.state in ('DRAFT', 'SECRECY_REVIEW', 'SECRECY_CONFIRMATION', 'LEADER_REVIEW', 'LEADER_CONFIRMATION',
                                   'APPROVED')
                   and e.attribute = 'PROACTIVE' and e.number = 1 and e.formed_on < :today - 20 and i.organ_id = any(:any)
                 order by e.formed_on
                 limit :most""").stream().filter(Line::overdue).toList();
    }

    /** Withheld information whose evaluation has come round again (Article 18 of the 2019 Regulations). */
    public List<Line> reviewAgain(Officer officer) {
        return lines(officer, LINE + """

                 where e.state = 'REGISTERED' and e.attribute = 'WITHHELD' and e.review_again_on <= :today
                   and i.organ_id = any(:any)
                 order by e.review_again_on
                 limit :most""");
    }

    /** Organs whose items the officer may see in the console. */
    public Set<OrganId> organs(Officer officer) {
        return permissions.organsWith(
                officer, Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    public Set<OrganId> officeOf(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    /** By which day an answer is expected. */
    public LocalDate answerDue(Instant askedAt) {
        return calendar.deadline(LocalDate.ofInstant(askedAt, clock.getZone()), DAYS_TO_ANSWER)
                .date();
    }

    private List<Line> lines(Officer officer, String sql) {
        return jdbc
                .sql(sql)
                .param("me", officer.id().value())
                .param("secrecy", ids(permissions.organsWith(officer, Role.SECRECY_OFFICER)))
                .param("leading", ids(permissions.organsWith(officer, Role.LEADER)))
                .param("office", ids(officeOf(officer)))
                .param("any", ids(organs(officer)))
                .param("today", today())
                .param("most", MOST)
                .query(this::line)
                .list()
                .stream()
                .sorted(Comparator.comparing(Line::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Line::since))
                .toList();
    }

    private static Long[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }

    private Line line(ResultSet row, int number) throws SQLException {
        EditionState state = EditionState.valueOf(row.getString("state"));
        DisclosureAttribute attribute = DisclosureAttribute.valueOf(row.getString("attribute"));
        LocalDate formed = row.getObject("formed_on", LocalDate.class);
        Instant asked = EditionRows.instant(row, "asked_at");
        LocalDate due = null;
        if (asked != null) {
            due = answerDue(asked);
        } else if (state == EditionState.REGISTERED) {
            due = row.getObject("review_again_on", LocalDate.class);
        } else if (attribute == DisclosureAttribute.PROACTIVE && formed != null) {
            due = period.endFor(formed).map(Deadline::date).orElse(null);
        }
        String last = row.getString("last");
        return new Line(
                new EditionId(row.getLong("id")),
                new ItemId(row.getLong("item_id")),
                row.getString("title"),
                state,
                row.getInt("number"),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                row.getString("handler_name"),
                row.getTimestamp("updated_at").toInstant(),
                attribute,
                row.getObject("review_again_on", LocalDate.class),
                EditionRows.instant(row, "publish_at"),
                !EditionRows.texts(row, "held").isEmpty(),
                "RETURN".equals(last),
                due,
                due == null ? 0 : calendar.workingDaysBetween(today(), due));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
