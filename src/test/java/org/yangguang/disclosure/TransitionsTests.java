package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.testing.YangguangTest;

/** The whole table, written down a second time, and everything outside it. */
@YangguangTest
class TransitionsTests {

    private static final Set<String> LEGAL = Set.of(
            "DRAFT SUBMIT HANDLER",
            "DRAFT DISCARD HANDLER",
            "DRAFT DISCARD DISCLOSURE_OFFICE",
            "DRAFT DISCARD DISTRICT_OFFICE",
            "SECRECY_REVIEW APPROVE SECRECY_OFFICER",
            "SECRECY_REVIEW RETURN SECRECY_OFFICER",
            "SECRECY_REVIEW ASK SECRECY_OFFICER",
            "SECRECY_REVIEW RECALL HANDLER",
            "SECRECY_CONFIRMATION ANSWER DISCLOSURE_OFFICE",
            "SECRECY_CONFIRMATION ANSWER DISTRICT_OFFICE",
            "SECRECY_CONFIRMATION CANCEL_QUESTION SECRECY_OFFICER",
            "LEADER_REVIEW APPROVE LEADER",
            "LEADER_REVIEW RETURN LEADER",
            "LEADER_REVIEW ASK LEADER",
            "LEADER_REVIEW RECALL HANDLER",
            "LEADER_CONFIRMATION ANSWER DISCLOSURE_OFFICE",
            "LEADER_CONFIRMATION ANSWER DISTRICT_OFFICE",
            "LEADER_CONFIRMATION CANCEL_QUESTION LEADER",
            "APPROVED PUBLISH HANDLER",
            "APPROVED PUBLISH DISCLOSURE_OFFICE",
            "APPROVED PUBLISH DISTRICT_OFFICE",
            "APPROVED SCHEDULE HANDLER",
            "APPROVED SCHEDULE DISCLOSURE_OFFICE",
            "APPROVED SCHEDULE DISTRICT_OFFICE",
            "APPROVED CANCEL_SCHEDULE HANDLER",
            "APPROVED CANCEL_SCHEDULE DISCLOSURE_OFFICE",
            "APPROVED CANCEL_SCHEDULE DISTRICT_OFFICE",
            "APPROVED RECALL HANDLER",
            "APPROVED DISCARD HANDLER",
            "APPROVED DISCARD DISCLOSURE_OFFICE",
            "APPROVED DISCARD DISTRICT_OFFICE",
            "REGISTERED REVISE HANDLER",
            "PUBLISHED REVISE HANDLER",
            "PUBLISHED WITHDRAW DISCLOSURE_OFFICE",
            "PUBLISHED WITHDRAW DISTRICT_OFFICE",
            "PUBLISHED WITHDRAW_IN_EMERGENCY DISTRICT_OFFICE",
            "WITHDRAWN REVISE HANDLER");

    @Autowired
    ApplicationContext context;

    @Autowired
    Review review;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void everyCombinationOfStateActionAndRoleOutsideTheTableIsRefusedAndNothingChanges() {
        Office office = Office.open(context);
        Office asked = Office.open(context);
        Map<EditionState, Outcome.Done> editions = editionsInEveryState(office, asked);
        Map<Role, Officer> people = newcomers(office);
        Map<Role, Officer> askedPeople = newcomers(asked);
        Set<String> done = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (EditionState state : EditionState.values()) {
            Outcome.Done edition = editions.get(state);
            for (Move move : moves(asked)) {
                for (Role role : Role.values()) {
                    Officer officer = (move instanceof Move.Answer ? askedPeople : people).get(role);
                    String before = fingerprint(edition);
                    Outcome outcome = attempt(officer, edition, move);
                    String what = state + " " + move.action() + " " + role;
                    if (outcome instanceof Outcome.Refused refused) {
                        boolean stateIsLegal =
                                LEGAL.stream().anyMatch(legal -> legal.startsWith(state + " " + move.action() + " "));
                        List<String> keys =
                                refused.reasons().stream().map(Reason::key).toList();
                        if (!stateIsLegal && !keys.contains("disclosure.refused.state")
                                || !before.equals(fingerprint(edition))) {
                            wrong.add(what + " " + keys);
                        }
                    } else {
                        done.add(what);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(done).isEqualTo(new TreeSet<>(LEGAL));
    }

    @Test
    void aRefusalNamesTheStateAndTheRoleAndTheMissingWordsAtOnce() {
        Office office = Office.open(context);
        Outcome.Done published = office.approved(office.content("已发布的信息"));
        assertThat(office.refused(office.secrecyOfficer(), published, new Move.Submit("")))
                .contains("disclosure.refused.state", "disclosure.refused.role", "disclosure.refused.words.SUBMIT");
    }

    @Test
    void theTableLeadsNowhereFromWhereNothingMayBeDone() {
        assertThat(Transitions.ALL)
                .noneMatch(each -> each.from() == EditionState.SUPERSEDED || each.from() == EditionState.DISCARDED);
        assertThat(Transitions.ALL).allMatch(each -> each.event().startsWith("edition."));
    }

    /** Officers who have had nothing to do with the editions. */
    private static Map<Role, Officer> newcomers(Office office) {
        Map<Role, Officer> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(role, office.officer("new-" + office.organ.value() + role.ordinal(), role));
        }
        return people;
    }

    private Outcome attempt(Officer officer, Outcome.Done edition, Move move) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            Outcome outcome = review.act(officer, edition.edition(), edition.version(), move);
            status.setRollbackOnly();
            return outcome;
        }));
    }

    private String fingerprint(Outcome.Done edition) {
        return jdbc.sql("""
                select e.state || e.version || (select count(*) from disclosure.review_step s where s.edition_id = e.id)
                  from disclosure.edition e where e.id = ?""")
                .param(edition.edition().value())
                .query(String.class)
                .single();
    }

    private static List<Move> moves(Office asked) {
        return List.of(
                new Move.Submit("意见"),
                new Move.Recall("理由"),
                new Move.Approve("意见"),
                new Move.Return("理由"),
                new Move.Ask(asked.organ, "问题"),
                new Move.Answer(true, "同意"),
                new Move.CancelQuestion(""),
                new Move.Publish(""),
                new Move.Schedule(Instant.parse("2030-01-01T00:00:00Z"), ""),
                new Move.CancelSchedule(""),
                new Move.Discard("理由"),
                new Move.Revise(""),
                new Move.Withdraw(WithdrawalReason.ERROR, "说明"),
                new Move.WithdrawInEmergency(WithdrawalReason.STATE_SECRET, "说明"));
    }

    private Map<EditionState, Outcome.Done> editionsInEveryState(Office office, Office asked) {
        Map<EditionState, Outcome.Done> editions = new EnumMap<>(EditionState.class);
        EditionContent content = office.content("状态与动作");
        editions.put(EditionState.DRAFT, office.draft(content));
        editions.put(EditionState.SECRECY_REVIEW, office.submitted(content));
        editions.put(
                EditionState.SECRECY_CONFIRMATION,
                office.done(office.secrecyOfficer(), office.submitted(content), new Move.Ask(asked.organ, "是否涉密")));
        editions.put(EditionState.LEADER_REVIEW, office.cleared(content));
        editions.put(
                EditionState.LEADER_CONFIRMATION,
                office.done(office.leader(), office.cleared(content), new Move.Ask(asked.organ, "是否同意")));
        editions.put(
                EditionState.APPROVED,
                office.approved(DraftContents.publishedAt(content, Instant.parse("2031-01-01T00:00:00Z"))));
        editions.put(
                EditionState.REGISTERED,
                office.approved(
                        DraftContents.withheld(content, "ARTICLE_16_PROCESS", java.time.LocalDate.of(2031, 1, 1))));
        editions.put(EditionState.PUBLISHED, office.approved(content));
        Outcome.Done old = office.approved(content);
        Outcome.Done next = office.done(office.handler(), old, new Move.Revise(""));
        next = office.done(office.handler(), next, new Move.Submit("更正"));
        next = office.done(office.secrecyOfficer(), next, new Move.Approve("可以"));
        office.done(office.leader(), next, new Move.Approve("同意"));
        editions.put(EditionState.SUPERSEDED, now(old));
        editions.put(
                EditionState.WITHDRAWN,
                office.done(
                        office.disclosureOffice(),
                        office.approved(content),
                        new Move.Withdraw(WithdrawalReason.ERROR, "有误")));
        editions.put(
                EditionState.DISCARDED, office.done(office.handler(), office.draft(content), new Move.Discard("不用了")));
        return editions;
    }

    private Outcome.Done now(Outcome.Done edition) {
        return jdbc.sql("select state, version from disclosure.edition where id = ?")
                .param(edition.edition().value())
                .query((row, n) -> new Outcome.Done(
                        edition.item(),
                        edition.edition(),
                        EditionState.valueOf(row.getString("state")),
                        row.getInt("version")))
                .single();
    }
}
