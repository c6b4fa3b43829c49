package org.yangguang.search.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** What the values in the index are called, in the reader's language. */
@Component
class Labels {

    private final Organs organs;
    private final Catalogue catalogue;
    private final MessageSource texts;

    Labels(Organs organs, Catalogue catalogue, MessageSource texts) {
        this.organs = organs;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    String organ(long id, String otherwise, Locale locale) {
        return organs.find(new OrganId(id))
                .map(organ -> either(organ.name(), organ.nameEn(), locale))
                .orElse(otherwise);
    }

    String organ(String id, Locale locale) {
        return id.matches("[0-9]{1,18}") ? organ(Long.parseLong(id), id, locale) : id;
    }

    /** Id of the organ that has this id or this code; null when none has. */
    @Nullable
    Long organId(String idOrCode) {
        Optional<Organ> byId =
                idOrCode.matches("[0-9]{1,18}") ? organs.find(new OrganId(Long.parseLong(idOrCode))) : Optional.empty();
        return byId.or(() -> organs.byCode(idOrCode))
                .map(organ -> organ.id().value())
                .orElse(null);
    }

    boolean knownColumn(String code) {
        return catalogue.columnByCode(code).isPresent();
    }

    boolean knownTerm(Vocabulary vocabulary, String code) {
        return catalogue.term(vocabulary, code).isPresent();
    }

    String column(String code, Locale locale) {
        return catalogue
                .columnByCode(code)
                .map(column -> either(column.name(), column.nameEn(), locale))
                .orElse(code);
    }

    /** The document's own column among those above it. */
    Optional<Column> own(List<String> codes) {
        return codes.stream()
                .flatMap(code -> catalogue.columnByCode(code).stream())
                .max(Comparator.comparingInt(column ->
                        column.path().length() - column.path().replace("/", "").length()));
    }

    String genre(String code, Locale locale) {
        return catalogue
                .term(Vocabulary.GENRE, code)
                .map(term -> either(term.name(), term.nameEn(), locale))
                .orElse(code);
    }

    String validity(String value, Locale locale) {
        return String.valueOf(texts.getMessage("search.validity." + value, null, value, locale));
    }

    private static String either(String zh, @Nullable String en, Locale locale) {
        return "en".equals(locale.getLanguage()) && en != null && !en.isBlank() ? en : zh;
    }
}
