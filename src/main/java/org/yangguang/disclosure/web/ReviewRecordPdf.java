package org.yangguang.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.disclosure.Confirmation;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Step;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.site.PdfDocuments;

/** The written review record (书面审查记录) of one edition, for the file. */
@RestController
class ReviewRecordPdf {

    private final Access access;
    private final ReviewRecord record;
    private final PdfDocuments documents;
    private final Names names;
    private final Words words;

    ReviewRecordPdf(Access access, ReviewRecord record, PdfDocuments documents, Names names, Words words) {
        this.access = access;
        this.record = record;
        this.documents = documents;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/console/editions/{id}/record.pdf")
    ResponseEntity<byte[]> print(@PathVariable long id) {
        Edition edition = access.edition(id);
        String name = words.say("disclosure.pdf.title") + "-" + id + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(documents.render(document(edition)));
    }

    private Document document(Edition edition) {
        Document document = PdfDocuments.blank(words.say("disclosure.pdf.title"));
        Element body = document.body();
        body.appendElement("h1").text(words.say("disclosure.pdf.title"));
        facts(edition, body.appendElement("table"));
        body.appendElement("h2").text(words.say("disclosure.record"));
        steps(record.steps(edition.id()), body.appendElement("table"));
        List<Confirmation> questions = record.confirmations(edition.id());
        if (!questions.isEmpty()) {
            body.appendElement("h2").text(words.say("disclosure.pdf.questions"));
            questions(questions, body.appendElement("table"));
        }
        body.appendElement("p").addClass("note").text(words.say("disclosure.pdf.note"));
        body.appendElement("p")
                .addClass("note")
                .text(words.say("disclosure.pdf.made", words.now()) + " · "
                        + access.officer().name());
        return document;
    }

    private void facts(Edition edition, Element table) {
        columns(table, 24, 76);
        fact(table, "disclosure.pdf.item", edition.content().title());
        fact(table, "disclosure.organ", edition.organName());
        fact(table, "disclosure.pdf.edition", words.say("disclosure.edition.number", edition.number()));
        fact(table, "disclosure.state", words.state(edition.state()));
        fact(table, "disclosure.indexNumber", edition.indexNumber() == null ? "" : edition.indexNumber());
        fact(
                table,
                "disclosure.documentNumber",
                edition.content().documentNumber() == null
                        ? ""
                        : edition.content().documentNumber());
        fact(
                table,
                "disclosure.formedOn",
                edition.content().formedOn() == null
                        ? ""
                        : edition.content().formedOn().toString());
        fact(
                table,
                "disclosure.attribute",
                words.say("disclosure.attribute." + edition.content().attribute())
                        + (edition.content().legalBasis().isEmpty()
                                ? ""
                                : " "
                                        + words.say("disclosure.basis."
                                                + edition.content().legalBasis())));
        Element hash = table.appendElement("tr");
        hash.appendElement("td").text(words.say("disclosure.hash"));
        hash.appendElement("td").addClass("hash").text(edition.contentHash() == null ? "" : edition.contentHash());
    }

    private void fact(Element table, String label, String value) {
        Element row = table.appendElement("tr");
        row.appendElement("td").text(words.say(label));
        row.appendElement("td").text(value);
    }

    private void steps(List<Step> steps, Element table) {
        columns(table, 19, 22, 19, 40);
        head(table, "disclosure.pdf.step", "disclosure.pdf.person", "disclosure.pdf.time", "disclosure.pdf.opinion");
        for (Step step : steps) {
            Element row = table.appendElement("tr");
            row.appendElement("td").text(words.action(step.action()) + " (" + words.stage(step.stage()) + ")");
            row.appendElement("td")
                    .text(words.actor(step.actorName())
                            + (step.actor().value() == 0 ? "" : " " + names.organ(step.organ())));
            row.appendElement("td").text(words.at(step.at()));
            Element said = row.appendElement("td");
            said.appendElement("div").text(step.opinion());
            said.appendElement("div").addClass("hash").text(step.contentHash());
        }
    }

    private void questions(List<Confirmation> questions, Element table) {
        columns(table, 22, 34, 44);
        head(table, "disclosure.organ", "disclosure.words.ASK", "disclosure.agreed");
        for (Confirmation question : questions) {
            Element row = table.appendElement("tr");
            row.appendElement("td").text(names.organ(question.asked()));
            row.appendElement("td")
                    .text(question.question() + " (" + question.askedByName() + ", " + words.at(question.askedAt())
                            + ")");
            row.appendElement("td").text(answer(question));
        }
    }

    private String answer(Confirmation question) {
        if (question.open()) {
            return "";
        }
        Boolean agreed = question.agreed();
        String verdict = agreed == null ? "disclosure.question.cancelled" : "disclosure.agreed." + agreed;
        return words.say(verdict)
                + (question.answer() == null || question.answer().isEmpty() ? "" : ": " + question.answer())
                + " (" + question.answeredName() + ", " + words.at(question.answeredAt()) + ")";
    }

    private void head(Element table, String... labels) {
        Element row = table.appendElement("thead").appendElement("tr");
        for (String label : labels) {
            row.appendElement("th").text(words.say(label));
        }
    }

    private static void columns(Element table, int... percents) {
        Element group = table.appendElement("colgroup");
        for (int percent : percents) {
            group.appendElement("col").attr("style", "width: " + percent + "%");
        }
    }
}
