package org.yangguang.organ.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.Organs;
import org.yangguang.site.BadParameters;
import org.yangguang.site.SiteIdentity;

@RestController
@Tag(name = "organs", description = "Organs that disclose")
class OrganApi {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final Organs organs;
    private final SiteIdentity site;

    OrganApi(Organs organs, SiteIdentity site) {
        this.organs = organs;
        this.site = site;
    }

    /** One page of a list. */
    @Schema(name = "OrganList")
    record Entries(
            @Schema(description = "number of organs that pass the filters")
            long total,

            @Schema(description = "number of this page, from 1")
            int page,

            @Schema(description = "largest number of organs on a page")
            int size,

            List<Entry> items) {}

    /** An organ as others need it. */
    @Schema(name = "Organ")
    record Entry(
            long id,

            @Schema(description = "organisation code (GB 11714), credit code (GB 32100) or the site's own")
            String code,

            String name,
            String shortName,
            @Nullable String nameEn,
            OrganKind kind,
            @Schema(description = "GB/T 2260") String regionCode,

            @Schema(description = "id of the organ above") @Nullable
            Long parent,

            boolean open,

            @Schema(description = "id of the organ that took over its duties") @Nullable
            Long successor,

            Contact contact,
            @Schema(description = "its public page") String url) {}

    @GetMapping(path = "/api/v1/organs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Lists organs",
            description =
                    "In tree order: an organ, then all below it, then its next sibling. All filters are joined by and.")
    @ApiResponse(responseCode = "200", description = "a page of the list, perhaps empty")
    @ApiResponse(responseCode = "400", description = "a problem document (RFC 9457) that lists every wrong parameter")
    Entries organs(
            @Parameter(description = "id or code of an organ; it and all below it are listed")
                    @RequestParam(defaultValue = "")
                    String below,
            @Parameter(description = "region code (GB/T 2260)") @RequestParam(defaultValue = "") String region,
            @Parameter(description = "government, department, street_office, institution or public_enterprise")
                    @RequestParam(defaultValue = "")
                    String kind,
            @Parameter(description = "true: working organs only; false: closed ones only")
                    @RequestParam(defaultValue = "")
                    String open,
            @Parameter(description = "from 1") @RequestParam(defaultValue = "1") String page,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "20") String size) {
        List<BadParameters.Error> errors = new ArrayList<>();
        Optional<Set<OrganId>> subtree = subtree(below, errors);
        Optional<OrganKind> wantedKind = kind(kind, errors);
        if (!open.isEmpty() && !open.equals("true") && !open.equals("false")) {
            errors.add(new BadParameters.Error("open", "must be true or false"));
        }
        int number = number("page", page, 1, 1_000_000, 1, errors);
        int largest = number("size", size, 1, LARGEST_SIZE, USUAL_SIZE, errors);
        if (!errors.isEmpty()) {
            throw new BadParameters(errors);
        }
        List<Organ> found = organs.all().stream()
                .filter(organ -> subtree.isEmpty() || subtree.get().contains(organ.id()))
                .filter(organ -> region.isEmpty() || organ.regionCode().equals(region))
                .filter(organ -> wantedKind.isEmpty() || organ.kind() == wantedKind.get())
                .filter(organ -> open.isEmpty() || organ.open() == open.equals("true"))
                .toList();
        return new Entries(
                found.size(),
                number,
                largest,
                found.stream()
                        .skip((long) (number - 1) * largest)
                        .limit(largest)
                        .map(this::entry)
                        .toList());
    }

    private Optional<Set<OrganId>> subtree(String below, List<BadParameters.Error> errors) {
        if (below.isEmpty()) {
            return Optional.empty();
        }
        Optional<Organ> top = organs.byCode(below);
        if (top.isEmpty() && below.matches("\\d{1,18}")) {
            top = organs.find(new OrganId(Long.parseLong(below)));
        }
        if (top.isEmpty()) {
            errors.add(new BadParameters.Error("below", "must be the id or the code of an organ"));
        }
        return top.map(organ -> organs.subtree(organ.id()));
    }

    private static Optional<OrganKind> kind(String text, List<BadParameters.Error> errors) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<OrganKind> kind = Stream.of(OrganKind.values())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(new BadParameters.Error(
                    "kind", "must be government, department, street_office, institution or public_enterprise"));
        }
        return kind;
    }

    private static int number(
            String name, String text, int least, int most, int usual, List<BadParameters.Error> errors) {
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        errors.add(new BadParameters.Error(name, "must be a number from " + least + " to " + most));
        return usual;
    }

    private Entry entry(Organ organ) {
        OrganId parent = organ.parent();
        OrganId successor = organ.successor();
        return new Entry(
                organ.id().value(),
                organ.code(),
                organ.name(),
                organ.shortName(),
                organ.nameEn(),
                organ.kind(),
                organ.regionCode(),
                parent == null ? null : parent.value(),
                organ.open(),
                successor == null ? null : successor.value(),
                organ.contact(),
                site.url() + "/organs/" + organ.id().value());
    }
}
