package org.yangguang.request.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.RequestClock;
import org.yangguang.request.Requests;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;
import org.yangguang.request.internal.CaseTable;
import org.yangguang.request.internal.NearDuplicates;
import org.yangguang.request.internal.ReplyCopies;

/** Gathers what a case page shows. */
@Component
class CaseViews {

    private final Requests requests;
    private final RequestClock requestClock;
    private final NearDuplicates duplicates;
    private final ReplyCopies copies;
    private final CaseTable cases;
    private final Accounts accounts;
    private final Organs organs;
    private final Clock clock;

    CaseViews(
            Requests requests,
            RequestClock requestClock,
            NearDuplicates duplicates,
            ReplyCopies copies,
            CaseTable cases,
            Accounts accounts,
            Organs organs,
            Clock clock) {
        this.requests = requests;
        this.requestClock = requestClock;
        this.duplicates = duplicates;
        this.copies = copies;
        this.cases = cases;
        this.accounts = accounts;
        this.organs = organs;
        this.clock = clock;
    }

    CaseView of(Officer officer, Case known, boolean unmasked) {
        Wanted wanted = requests.wanted(known.id()).orElseThrow();
        Applicant applicant = requests.applicant(known.id()).orElse(null);
        List<Action> offered = requests.offered(officer, known);
        List<CaseView.Line> history = history(known, unmasked);
        ReplyContent reply = requests.reply(known).orElse(null);
        return new CaseView(
                known,
                wanted,
                applicant == null || unmasked ? applicant : Masked.of(applicant),
                unmasked,
                requestClock.reckon(known),
                requestClock.explain(known, LocalDate.now(clock)),
                history,
                consultations(known, unmasked),
                offered,
                applicant == null ? List.of() : earlier(officer, known, applicant, wanted),
                reply,
                reply == null ? List.of() : copies.of(known.id(), reply.files()),
                cases.sheet(known.id()).map(CaseTable.Sheet::files).orElse(List.of()),
                offered.contains(Action.ASSIGN) ? handlers(known) : List.of(),
                offered.contains(Action.TRANSFER) ? targets(known) : List.of());
    }

    private List<CaseView.Line> history(Case known, boolean unmasked) {
        List<CaseView.Line> lines = new ArrayList<>();
        for (CaseEvent event : requests.history(known.id())) {
            Texts texts = requests.texts(known.id(), event.number());
            Texts shown = unmasked || texts.party().isEmpty()
                    ? texts
                    : new Texts(texts.words(), Masked.start(texts.party(), 2), texts.reply(), texts.files());
            boolean late = LocalDate.ofInstant(event.at(), clock.getZone()).isAfter(event.on());
            lines.add(new CaseView.Line(event, shown, late));
        }
        return lines;
    }

    private List<CaseView.Asked> consultations(Case known, boolean unmasked) {
        return known.consultations().stream()
                .map(each -> {
                    String party = requests.texts(known.id(), each.event()).party();
                    return new CaseView.Asked(
                            each, unmasked ? party : Masked.start(party, 2), requestClock.answerDue(known, each));
                })
                .toList();
    }

    /** Earlier applications of the same person, as far as this officer may know of them. */
    private List<NearDuplicates.Earlier> earlier(Officer officer, Case known, Applicant applicant, Wanted wanted) {
        return duplicates.of(applicant, wanted, known.id()).stream()
                .filter(each -> requests.find(each.id())
                        .filter(other -> requests.mayRead(officer, other))
                        .isPresent())
                .toList();
    }

    private List<Officer> handlers(Case known) {
        List<Officer> able = new ArrayList<>(accounts.holders(Role.HANDLER, known.organ()));
        accounts.holders(Role.DISCLOSURE_OFFICE, known.organ()).stream()
                .filter(officer -> able.stream().noneMatch(other -> other.id().equals(officer.id())))
                .forEach(able::add);
        return able;
    }

    private List<Organ> targets(Case known) {
        return organs.all().stream()
                .filter(organ -> organ.open() && !organ.id().equals(known.organ()))
                .toList();
    }
}
