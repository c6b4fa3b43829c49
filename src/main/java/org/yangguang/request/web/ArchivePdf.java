package org.yangguang.request.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.ClockDay;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.RequestClock;
import org.yangguang.request.Requests;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;
import org.yangguang.request.internal.ArchiveSheet;
import org.yangguang.site.PdfDocuments;

/** The sheets of a closed case's file, in Chinese as the files of the country are. */
@Component
class ArchivePdf implements ArchiveSheet {

    private final ObjectProvider<Requests> cases;
    private final RequestClock requestClock;
    private final PdfDocuments documents;
    private final CaseWords words;
    private final Clock clock;

    ArchivePdf(
            ObjectProvider<Requests> cases,
            RequestClock requestClock,
            PdfDocuments documents,
            CaseWords words,
            Clock clock) {
        this.cases = cases;
        this.requestClock = requestClock;
        this.documents = documents;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public byte[] render(Case known, List<Placed> papers) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return documents.render(document(known, papers));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Document document(Case known, List<Placed> papers) {
        Requests requests = cases.getObject();
        Document document = PdfDocuments.blank(words.say("request.archive.title", known.number()));
        Element body = document.body();
        body.appendElement("h1").text(words.say("request.archive.title", known.number()));
        facts(known, requests, body.appendElement("table"));
        heading(body, "request.archive.contents");
        contents(papers, body);
        heading(body, "request.history");
        history(known, requests, body.appendElement("table"));
        requests.reply(known).ifPresent(reply -> reply(reply, body));
        heading(body, "request.clock.days");
        days(known, body.appendElement("table"));
        body.appendElement("p").addClass("note").text(words.say("request.archive.note", words.at(clock.instant())));
        return document;
    }

    private void facts(Case known, Requests requests, Element table) {
        columns(table, 24, 76);
        fact(table, "request.organ", words.organ(known.organ()));
        fact(
                table,
                "request.channel",
                words.say("request.channel." + known.channel()) + "，"
                        + words.say("request.arrived", known.arrivedOn()));
        if (known.receivedOn() != null) {
            fact(
                    table,
                    "request.archive.received",
                    known.receivedOn() + "（" + words.article(known.receiptRule().article()) + "）");
        }
        Wanted wanted = requests.wanted(known.id()).orElseThrow();
        fact(table, "request.wanted.title", wanted.title());
        fact(table, "request.wanted.description", wanted.description());
        fact(table, "request.wanted.number", wanted.documentNumber());
        requests.applicant(known.id()).ifPresent(applicant -> applicant(applicant, table));
        Case.Result result = known.result();
        if (result != null) {
            fact(table, "request.archive.result", words.kind(result.kind()));
            fact(table, "request.closed-on", result.on().toString());
        }
    }

    private void applicant(Applicant applicant, Element table) {
        fact(
                table,
                "request.applicant",
                applicant.name() + "（" + words.say("request.applicant." + applicant.kind()) + "）");
        fact(table, "request.applicant.identity", applicant.identity());
        fact(
                table,
                "request.applicant.reach",
                String.join(" ", applicant.phone(), applicant.email(), applicant.address())
                        .strip());
    }

    private void contents(List<Placed> papers, Element body) {
        if (papers.isEmpty()) {
            body.appendElement("p").text(words.say("request.archive.nothing"));
            return;
        }
        Element table = body.appendElement("table");
        columns(table, 10, 20, 40, 30);
        head(table, "request.archive.number", "request.on", "request.archive.paper", "request.archive.file");
        for (int i = 0; i < papers.size(); i++) {
            Placed placed = papers.get(i);
            String place = placed.from() == 0
                    ? placed.file()
                    : placed.from() == placed.to()
                            ? words.say("request.archive.page", placed.from())
                            : words.say("request.archive.pages", placed.from(), placed.to());
            row(
                    table,
                    String.valueOf(i + 1),
                    placed.paper().on().toString(),
                    placed.paper().title(),
                    place);
        }
    }

    private void history(Case known, Requests requests, Element table) {
        columns(table, 18, 22, 24, 36);
        head(table, "request.on", "request.archive.step", "request.archive.by", "request.archive.words");
        for (CaseEvent event : requests.history(known.id())) {
            Texts texts = requests.texts(known.id(), event.number());
            row(
                    table,
                    event.on().toString(),
                    words.action(event.step().action()),
                    words.by(event.by()),
                    (texts.party() + " " + texts.words()).strip());
        }
    }

    private void reply(ReplyContent reply, Element body) {
        body.appendElement("h2").text(words.say("request.reply") + "：" + words.kind(reply.kind()));
        body.appendElement("p").text(reply.article());
        for (String text : List.of(reply.unconsulted(), reply.reason(), reply.referral(), reply.body())) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> body.appendElement("p")
                    .text(line));
        }
        if (!reply.withheld().isEmpty()) {
            Element table = body.appendElement("table");
            columns(table, 30, 34, 36);
            head(table, "request.withheld.part", "request.withheld.ground", "request.withheld.reason");
            reply.withheld().forEach(part -> row(table, part.part(), words.kind(part.ground()), part.reason()));
        }
    }

    private void days(Case known, Element table) {
        columns(table, 18, 12, 36, 34);
        head(table, "request.clock.date", "request.clock.count", "request.clock.why", "request.clock.article");
        LocalDate today = LocalDate.now(clock);
        for (ClockDay day : requestClock.explain(known, today)) {
            row(
                    table,
                    day.date().toString(),
                    day.kind().counted() ? String.valueOf(day.number()) : "",
                    words.say("request.day." + day.kind()),
                    words.article(day.article()));
        }
    }

    private void heading(Element body, String key) {
        body.appendElement("h2").text(words.say(key));
    }

    private void fact(Element table, String label, String value) {
        if (!value.isBlank()) {
            row(table, words.say(label), value);
        }
    }

    private void head(Element table, String... labels) {
        Element row = table.appendElement("thead").appendElement("tr");
        for (String label : labels) {
            row.appendElement("th").text(words.say(label));
        }
    }

    private static void row(Element table, String... cells) {
        Element row = table.appendElement("tr");
        for (String cell : cells) {
            row.appendElement("td").text(cell);
        }
    }

    private static void columns(Element table, int... percents) {
        Element group = table.appendElement("colgroup");
        for (int percent : percents) {
            group.appendElement("col").attr("style", "width: " + percent + "%");
        }
    }
}
