package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchDocument;

/** Makes of a published edition what the index knows of it. */
@Component
public class SearchDocuments {

    private final Organs organs;
    private final Catalogue catalogue;
    private final Clock clock;

    SearchDocuments(Organs organs, Catalogue catalogue, Clock clock) {
        this.organs = organs;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Id in the index. */
    public static String id(ItemId item) {
        return "item:" + item.value();
    }

    /** @param organName name of the organ when it was published */
    public SearchDocument document(
            ItemId item, OrganId organ, String organName, String indexNumber, EditionContent content, String bodyText) {
        Validity validity = content.validityOn(LocalDate.now(clock));
        return new SearchDocument(
                id(item),
                "/items/" + item.value(),
                VisibilityGate.key(content.scope(), content.audience(), organ),
                content.title(),
                content.summary(),
                bodyText,
                content.documentNumber(),
                indexNumber,
                organ.value(),
                organs.find(organ).map(Organ::path).map(SearchDocuments::ids).orElse(List.of(organ.value())),
                organName,
                columns(content),
                content.subject(),
                content.genre(),
                validity == null ? null : validity.name(),
                content.keywords(),
                Objects.requireNonNull(content.formedOn()),
                Objects.requireNonNull(content.formedOn()).getYear());
    }

    private List<String> columns(EditionContent content) {
        return catalogue
                .home(Objects.requireNonNull(content.column()))
                .map(Column::path)
                .map(SearchDocuments::ids)
                .stream()
                .flatMap(List::stream)
                .flatMap(id -> catalogue.column(new ColumnId(id)).stream())
                .map(Column::code)
                .toList();
    }

    private static List<Long> ids(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
