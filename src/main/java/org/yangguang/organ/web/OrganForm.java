package org.yangguang.organ.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;

/** What was typed about an organ, as it was typed. */
public record OrganForm(Map<String, String> sent) {

    static OrganForm empty(@Nullable OrganId parent, String region, Clock clock) {
        return new OrganForm(Map.of(
                "parent",
                parent == null ? "" : Long.toString(parent.value()),
                "regionCode",
                region,
                "kind",
                OrganKind.DEPARTMENT.name(),
                "openedOn",
                LocalDate.now(clock).toString()));
    }

    static OrganForm of(Organ organ) {
        Contact c = organ.contact();
        return new OrganForm(Map.ofEntries(
                Map.entry("regionCode", organ.regionCode()),
                Map.entry("kind", organ.kind().name()),
                Map.entry("code", organ.code()),
                Map.entry("name", organ.name()),
                Map.entry("shortName", organ.shortName()),
                Map.entry("nameEn", organ.nameEn() == null ? "" : organ.nameEn()),
                Map.entry("position", Integer.toString(organ.position())),
                Map.entry("address", c.address()),
                Map.entry("postCode", c.postCode()),
                Map.entry("phone", c.phone()),
                Map.entry("fax", c.fax()),
                Map.entry("email", c.email()),
                Map.entry("officeHours", c.officeHours())));
    }

    public String of(String name) {
        return sent.getOrDefault(name, "");
    }

    Optional<LocalDate> date(String name) {
        try {
            LocalDate date = LocalDate.parse(of(name));
            return date.getYear() >= 1900 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    @Nullable
    OrganId organ(String name) {
        return of(name).matches("\\d{1,18}") ? new OrganId(Long.parseLong(of(name))) : null;
    }

    int version() {
        return number("version");
    }

    int number(String name) {
        return of(name).matches("-?\\d{1,9}") ? Integer.parseInt(of(name)) : 0;
    }

    OrganKind kind() {
        return Stream.of(OrganKind.values())
                .filter(kind -> kind.name().equals(of("kind")))
                .findFirst()
                .orElse(OrganKind.DEPARTMENT);
    }

    @Nullable
    String nameEn() {
        return of("nameEn").isBlank() ? null : of("nameEn").strip();
    }

    Contact contact() {
        return new Contact(of("address"), of("postCode"), of("phone"), of("fax"), of("email"), of("officeHours"));
    }
}
