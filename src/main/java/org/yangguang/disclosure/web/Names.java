package org.yangguang.disclosure.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Names, in the language of the running request, of what an edition refers to by id or code. */
@Component
public class Names {

    private final Organs organs;
    private final Catalogue catalogue;

    Names(Organs organs, Catalogue catalogue) {
        this.organs = organs;
        this.catalogue = catalogue;
    }

    public String organ(OrganId id) {
        return organs.find(id).map(this::organ).orElse(String.valueOf(id.value()));
    }

    public String organ(Organ organ) {
        return either(organ.name(), organ.nameEn());
    }

    public String column(@Nullable ColumnId id) {
        return Optional.ofNullable(id)
                .flatMap(catalogue::column)
                .map(this::column)
                .orElse("");
    }

    public String column(Column column) {
        return either(column.name(), column.nameEn());
    }

    public String term(Vocabulary vocabulary, @Nullable String code) {
        return code == null
                ? ""
                : catalogue.term(vocabulary, code).map(this::term).orElse(code);
    }

    public String term(Term term) {
        return either(term.name(), term.nameEn());
    }

    private static String either(String chinese, @Nullable String english) {
        boolean wanted = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return wanted && english != null && !english.isBlank() ? english : chinese;
    }
}
