package org.yangguang.disclosure.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.site.SafeHtml;

/** Makes of what an officer typed or pasted what may be kept: clean characters, safe HTML, nothing that contradicts itself. */
@Component
public class DraftContent {

    private final Audiences audiences;

    DraftContent(Audiences audiences) {
        this.audiences = audiences;
    }

    public EditionContent clean(EditionContent typed) {
        boolean proactive = typed.attribute() == DisclosureAttribute.PROACTIVE;
        boolean normative = typed.normative();
        return new EditionContent(
                CleanText.line(typed.title()),
                CleanText.lines(typed.summary()),
                SafeHtml.clean(CleanText.raw(typed.bodyHtml())),
                CleanText.lineOrNull(typed.documentNumber()),
                typed.column(),
                CleanText.lineOrNull(typed.subject()),
                CleanText.lineOrNull(typed.genre()),
                typed.audienceGroups().stream()
                        .map(CleanText::line)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList(),
                typed.formedOn(),
                normative,
                normative ? typed.issuedOn() : null,
                normative ? typed.effectiveOn() : null,
                normative ? typed.expiresOn() : null,
                normative ? typed.repealedOn() : null,
                normative ? typed.validity() : null,
                CleanText.line(typed.source()),
                typed.keywords().stream()
                        .map(CleanText::line)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList(),
                typed.attribute(),
                proactive ? "" : CleanText.line(typed.legalBasis()),
                typed.attribute() == DisclosureAttribute.WITHHELD ? typed.reviewAgainOn() : null,
                typed.scope(),
                typed.scope() == AudienceScope.LIMITED ? known(typed.audience()) : null,
                proactive ? typed.publishAt() : null);
    }

    private @Nullable Long known(@Nullable Long audience) {
        return audience == null || audiences.find(audience).isEmpty() ? null : audience;
    }

    /** What a new edition starts from: what was said, not when it was to be published or evaluated again. */
    public EditionContent forRevision(EditionContent former) {
        return new EditionContent(
                former.title(),
                former.summary(),
                former.bodyHtml(),
                former.documentNumber(),
                former.column(),
                former.subject(),
                former.genre(),
                former.audienceGroups(),
                former.formedOn(),
                former.normative(),
                former.issuedOn(),
                former.effectiveOn(),
                former.expiresOn(),
                former.repealedOn(),
                former.validity(),
                former.source(),
                former.keywords(),
                former.attribute(),
                former.legalBasis(),
                null,
                former.scope(),
                former.audience(),
                null);
    }

    /** What the index and the counts read. */
    public String text(EditionContent content) {
        return SafeHtml.plainText(content.bodyHtml());
    }
}
