package org.yangguang.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an attribute other than proactive may rest on (2019 Regulations, 国务院令第711号). Names are message keys below
 * {@code disclosure.basis}; {@link EditionContent#legalBasis()} holds the name.
 */
public enum LegalBasis {
    /** State secret determined by law. */
    ARTICLE_14_STATE_SECRET(14),
    /** Disclosure forbidden by a law or administrative regulation. */
    ARTICLE_14_FORBIDDEN_BY_LAW(14),
    /** It could endanger state, public or economic security or social stability. */
    ARTICLE_14_SECURITY_AND_STABILITY(14),
    ARTICLE_15_TRADE_SECRET(15),
    ARTICLE_15_PERSONAL_PRIVACY(15),
    /** Personnel, logistics, internal work flow. */
    ARTICLE_16_INTERNAL_AFFAIRS(16),
    /** Records of discussion, drafts, consultation letters, requests for instructions. */
    ARTICLE_16_PROCESS(16),
    ARTICLE_16_ENFORCEMENT_FILE(16),
    /** Outside the proactive range of Articles 19 to 21; anyone may ask for it. */
    ARTICLE_27_ON_APPLICATION(27);

    private final int article;

    LegalBasis(int article) {
        this.article = article;
    }

    public int article() {
        return article;
    }

    /** Whether {@code attribute} may rest on this. */
    public boolean carries(DisclosureAttribute attribute) {
        return switch (attribute) {
            case PROACTIVE -> false;
            case ON_REQUEST -> Set.of(15, 16, 27).contains(article);
            case WITHHELD -> article != 27;
        };
    }

    public static List<LegalBasis> carrying(DisclosureAttribute attribute) {
        return Arrays.stream(values()).filter(each -> each.carries(attribute)).toList();
    }

    public static Optional<LegalBasis> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
