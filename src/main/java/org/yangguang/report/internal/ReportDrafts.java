package org.yangguang.report.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Review;
import org.yangguang.organ.Organ;
import org.yangguang.platform.Sm3;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportOutcome.Reason;

/** Makes a report the draft of an item: a new one, the draft that it already has, or a new edition of what was published. */
@Component
public class ReportDrafts {

    private static final String COLUMN = "annual-reports";

    private final Drafts drafts;
    private final Editions editions;
    private final Review review;
    private final Catalogue catalogue;

    ReportDrafts(Drafts drafts, Editions editions, Review review, Catalogue catalogue) {
        this.drafts = drafts;
        this.editions = editions;
        this.review = review;
        this.catalogue = catalogue;
    }

    /** What came of it. */
    public sealed interface Handed {

        /** @param bodyHash of the text of the draft, cleaned as the item keeps it */
        record Over(ItemId item, EditionId edition, String bodyHash) implements Handed {}

        record Refused(List<Reason> reasons) implements Handed {}
    }

    public Handed hand(Officer officer, AnnualReport report, ReportDocument document, Organ organ) {
        EditionContent content = content(document);
        Outcome outcome = Optional.ofNullable(report.edition())
                .flatMap(editions::find)
                .map(last -> again(officer, last, content))
                .orElseGet(() -> drafts.start(officer, organ.id(), content));
        if (outcome instanceof Outcome.Refused refused) {
            return new Handed.Refused(refused.reasons().stream()
                    .map(reason -> new Reason(reason.key(), List.copyOf(reason.arguments())))
                    .toList());
        }
        Outcome.Done done = (Outcome.Done) outcome;
        Edition draft = editions.find(done.edition()).orElseThrow();
        return new Handed.Over(done.item(), done.edition(), hash(draft));
    }

    /** What says whether an edition is what was handed over. */
    static String hash(Edition edition) {
        return Sm3.hex(edition.content().title() + "\n" + edition.content().bodyHtml());
    }

    private Outcome again(Officer officer, Edition last, EditionContent content) {
        if (last.state() == EditionState.DRAFT) {
            return drafts.save(officer, last.id(), last.version(), content);
        }
        if (last.state() == EditionState.PUBLISHED) {
            Outcome revised = review.act(officer, last.id(), last.version(), new Move.Revise(""));
            return revised instanceof Outcome.Done done
                    ? drafts.save(officer, done.edition(), done.version(), content)
                    : revised;
        }
        if (last.state() == EditionState.DISCARDED || last.state() == EditionState.WITHDRAWN) {
            return drafts.start(officer, last.organ(), content);
        }
        return Outcome.refused(org.yangguang.disclosure.Reason.of("report.refused.inReview", last.handlerName()));
    }

    private EditionContent content(ReportDocument document) {
        return new EditionContent(
                document.title(),
                document.organ() + document.year() + "年度政府信息公开工作情况及统计表。",
                HtmlRendering.body(document),
                null,
                catalogue.columnByCode(COLUMN).map(Column::id).orElse(null),
                null,
                null,
                List.of(),
                document.dated(),
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                List.of("年度报告", "政府信息公开"),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
    }
}
