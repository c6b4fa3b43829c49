package org.yangguang.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.PersonalData;
import org.yangguang.request.internal.LearningTable;

/**
 * What disclosure on request teaches for proactive disclosure: information that several applicants asked for is proposed and goes straight into a draft (2019 Art. 44), and
 * replies that were given can be put into the log of replies, without personal data.
 */
@Service
public class Learning {

    private static final int YEARS = 2;
    private static final String LOG_KEYWORD = "依申请公开答复选登";

    private final Requests requests;
    private final LearningTable table;
    private final ProactiveDrafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    Learning(Requests requests, LearningTable table, ProactiveDrafts drafts, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.table = table;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** One application of a proposal. */
    public record Asked(CaseId id, String number, String title, LocalDate on, boolean granted) {}

    /** Information that several applicants asked one organ for. */
    public record Proposal(List<Asked> asked, int applicants) {}

    /** Proposals of the officer's organs, of the last two years, most applicants first. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(Officer officer) {
        LocalDate since = LocalDate.now(clock).minusYears(YEARS);
        return table.groups(requests.organsOf(officer), since).stream()
                .map(group -> new Proposal(
                        group.asked().stream()
                                .map(each ->
                                        new Asked(each.id(), each.number(), each.title(), each.on(), each.granted()))
                                .toList(),
                        group.applicants()))
                .toList();
    }

    /** Makes a draft of a proposal; the reply that was given is its text, without personal data. */
    @Transactional
    public ProactiveDrafts.Result draft(Officer officer, CaseId id) {
        Optional<Proposal> proposal = with(officer, id);
        if (proposal.isEmpty()) {
            return new ProactiveDrafts.Result.Refused(List.of(Reason.of("request.refused.noProposal")));
        }
        Asked source = proposal.get().asked().stream()
                .filter(Asked::granted)
                .findFirst()
                .orElse(proposal.get().asked().get(0));
        Case known = requests.find(source.id()).orElseThrow();
        String body = requests.reply(known)
                .map(reply -> paragraphs(clean(reply.body(), known)))
                .orElse("");
        ProactiveDrafts.Result result = drafts.draft(
                officer,
                known.organ(),
                new ProactiveDrafts.Text(clean(source.title(), known), "", body, LocalDate.now(clock), List.of()));
        if (result instanceof ProactiveDrafts.Result.Drafted drafted) {
            decide(officer, proposal.get(), drafted.item(), "");
        }
        return result;
    }

    /** Decides against a proposal, with the reason. */
    @Transactional
    public Optional<Reason> dismiss(Officer officer, CaseId id, String why) {
        Optional<Proposal> proposal = with(officer, id);
        if (proposal.isEmpty()) {
            return Optional.of(Reason.of("request.refused.noProposal"));
        } else if (why.isBlank() || why.length() > 300) {
            return Optional.of(Reason.at("words", "request.refused.dismissWhy"));
        }
        decide(officer, proposal.get(), null, why.strip());
        return Optional.empty();
    }

    /** Puts a reply that was given forward for the log: a draft without personal data, reviewed like every other. */
    @Transactional
    public ProactiveDrafts.Result release(Officer officer, Case known) {
        Optional<ReplyContent> reply = requests.reply(known);
        if (!releasable(known) || reply.isEmpty() || !requests.mayRead(officer, known)) {
            return new ProactiveDrafts.Result.Refused(List.of(Reason.of("request.refused.release")));
        }
        Wanted wanted = requests.wanted(known.id()).orElseThrow();
        String html = "<h2>申请内容</h2>" + paragraphs(clean(wanted.title() + "\n" + wanted.description(), known))
                + "<h2>答复</h2>"
                + paragraphs(clean(reply.get().reason() + "\n" + reply.get().body(), known));
        ProactiveDrafts.Result result = drafts.draft(
                officer,
                known.organ(),
                new ProactiveDrafts.Text(
                        clean(wanted.title(), known) + "（依申请公开答复）",
                        "",
                        html,
                        LocalDate.now(clock),
                        List.of(LOG_KEYWORD)));
        if (result instanceof ProactiveDrafts.Result.Drafted drafted) {
            table.release(known.id(), drafted.item(), officer.name(), clock.instant());
            audit.record("case.reply-put-forward", subject(known.id()), null, String.valueOf(drafted.item()));
        }
        return result;
    }

    /** Whether the reply can be put forward: something was given, and it was not put forward before. */
    public boolean releasable(Case known) {
        ReplyKind kind = known.result() == null ? null : known.result().kind();
        return (kind == ReplyKind.GRANTED_IN_FULL || kind == ReplyKind.GRANTED_IN_PART) && !table.released(known.id());
    }

    /** The log as the reader of the running request may see it, newest first. */
    @Transactional(readOnly = true)
    public List<ProactiveDrafts.Item> released(int from, int most) {
        List<Long> items = table.released(from, most);
        List<ProactiveDrafts.Item> seen = new ArrayList<>(drafts.visible(items));
        seen.sort(java.util.Comparator.comparingInt(item -> items.indexOf(item.item())));
        return seen;
    }

    private Optional<Proposal> with(Officer officer, CaseId id) {
        return proposals(officer).stream()
                .filter(proposal ->
                        proposal.asked().stream().anyMatch(each -> each.id().equals(id)))
                .findFirst();
    }

    private void decide(
            Officer officer, Proposal proposal, @org.jspecify.annotations.Nullable Long item, String words) {
        for (Asked each : proposal.asked()) {
            table.decide(each.id(), item, words, officer.name(), clock.instant());
            audit.record(
                    item == null ? "case.proposal-dismissed" : "case.proposal-drafted",
                    subject(each.id()),
                    null,
                    item == null ? words : String.valueOf(item));
        }
    }

    /** Names of the applicant and every number that belongs to a person are covered. */
    private String clean(String text, Case known) {
        String covered = text;
        Optional<Applicant> applicant = requests.applicant(known.id());
        if (applicant.isPresent()) {
            for (String name : List.of(
                    applicant.get().name(),
                    applicant.get().contactPerson(),
                    applicant.get().address(),
                    applicant.get().phone(),
                    applicant.get().email(),
                    applicant.get().identity())) {
                covered = name.length() < 2 ? covered : covered.replace(name, "×××");
            }
        }
        StringBuilder masked = new StringBuilder(covered);
        for (PersonalData.Sighting sighting : PersonalData.in(covered)) {
            if (sighting.kind().personal()) {
                masked.replace(sighting.start(), sighting.end(), sighting.masked(covered));
            }
        }
        return masked.toString();
    }

    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> html.append("<p>")
                .append(HtmlUtils.htmlEscape(line.strip()))
                .append("</p>"));
        return html.toString();
    }

    private static String subject(CaseId id) {
        return "request.application:" + id.value();
    }
}
