package org.yangguang.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.web.DisclosureDocuments.Detail;
import org.yangguang.disclosure.web.DisclosureDocuments.Entry;
import org.yangguang.organ.Organs;

@RestController
@RequestMapping(path = "/api/v1/disclosures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "disclosures", description = "Government information that has been disclosed")
class DisclosureApi {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final PublishedEditions editions;
    private final ItemCounts counts;
    private final DisclosureDocuments documents;
    private final Organs organs;
    private final Catalogue catalogue;

    DisclosureApi(
            VisibilityGate gate,
            PublishedItems items,
            PublishedEditions editions,
            ItemCounts counts,
            DisclosureDocuments documents,
            Organs organs,
            Catalogue catalogue) {
        this.gate = gate;
        this.items = items;
        this.editions = editions;
        this.counts = counts;
        this.documents = documents;
        this.organs = organs;
        this.catalogue = catalogue;
    }

    /** One page of a list. */
    @Schema(name = "DisclosureList")
    record Entries(
            @Schema(description = "number of items that pass the filters")
            long total,

            @Schema(description = "number of this page, from 1")
            int page,

            @Schema(description = "largest number of items on a page")
            int size,

            List<Entry> items) {}

    @GetMapping
    @Operation(
            summary = "Lists disclosed items",
            description =
                    "Newest first by date of formation unless sort says otherwise. All filters are joined by and. The first"
                            + " 100,000 entries of a list can be reached; narrow it by year or dates for more.")
    @ApiResponse(responseCode = "200", description = "a page of the list, perhaps empty")
    @ApiResponse(responseCode = "400", description = "a problem document (RFC 9457) that lists every wrong parameter")
    @Parameter(
            name = "organ",
            in = ParameterIn.QUERY,
            description = "id or nine-character code of the publishing organ",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "column",
            in = ParameterIn.QUERY,
            description = "code of a column; the columns below it are included",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "code of a subject",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "genre",
            in = ParameterIn.QUERY,
            description = "code of a genre",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "year of formation",
            schema = @Schema(type = "integer", minimum = "1900", maximum = "2199"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "first date of formation",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "last date of formation",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "order of the list",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"formed", "oldest", "published"},
                            defaultValue = "formed"))
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "number of the page",
            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "items on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    Entries list(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        ListQuery query = new ListQuery.Reading(organs, catalogue, parameters).query(null, USUAL_SIZE, LARGEST_SIZE);
        Reader reader = gate.reader();
        return new Entries(
                counts.of(query.filter(), reader).total(),
                query.page(),
                query.size(),
                items.list(query.filter(), query.order(), query.offset(), query.size(), reader).stream()
                        .map(documents::entry)
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Gives one disclosed item",
            description = "All its metadata, its body as HTML, and its editions.")
    @ApiResponse(responseCode = "200", description = "the item as it stands now")
    @ApiResponse(responseCode = "404", description = "there is no such item, or it is not disclosed to the caller")
    @ApiResponse(responseCode = "410", description = "the item was withdrawn")
    Detail item(@Parameter(description = "id of the item") @PathVariable long id) {
        Reader reader = gate.reader();
        ItemId item = new ItemId(id);
        Edition edition = editions.current(item, reader).orElseThrow(() -> missing(item, reader));
        return documents.detail(edition, editions.history(item, reader));
    }

    private ResponseStatusException missing(ItemId item, Reader reader) {
        return new ResponseStatusException(
                editions.tombstone(item, reader).isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
    }
}
