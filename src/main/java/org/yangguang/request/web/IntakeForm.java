package org.yangguang.request.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.Intake;
import org.yangguang.request.Reason;
import org.yangguang.request.Wanted;

/** The fields of the intake form as they were typed. */
public record IntakeForm(Map<String, String> fields, List<String> files) {

    public String of(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public boolean is(String name, String value) {
        return of(name).equals(value);
    }

    /** Dates that are not there or are none; with one of them nothing may be registered. */
    List<Reason> unreadable() {
        List<Reason> reasons = new ArrayList<>();
        if (date("arrivedOn") == null) {
            reasons.add(Reason.at("arrivedOn", "request.refused.fill.arrivedOn"));
        }
        if (!of("confirmedOn").isEmpty() && date("confirmedOn") == null) {
            reasons.add(Reason.at("confirmedOn", "request.refused.fill.confirmedOn"));
        }
        return reasons;
    }

    /** @param today stands in for a day of arrival that cannot be read */
    Intake intake(LocalDate today) {
        LocalDate arrived = date("arrivedOn");
        return new Intake(
                new OrganId(number("organ")),
                choice(Channel.class, "channel", Channel.COUNTER),
                arrived == null ? today : arrived,
                date("confirmedOn"),
                new Applicant(
                        choice(ApplicantKind.class, "applicantKind", ApplicantKind.PERSON),
                        of("name"),
                        of("identityType"),
                        of("identity"),
                        of("contactPerson"),
                        of("phone"),
                        of("email"),
                        of("address"),
                        of("postCode")),
                new Wanted(
                        of("title"),
                        of("description"),
                        of("documentNumber"),
                        of("purpose"),
                        choice(Wanted.Form.class, "form", Wanted.Form.ANY),
                        choice(Wanted.Way.class, "way", Wanted.Way.POST)),
                of("aidedBecause"),
                of("submission"),
                files);
    }

    private @Nullable LocalDate date(String name) {
        try {
            return of(name).isEmpty() ? null : LocalDate.parse(of(name));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private long number(String name) {
        return of(name).matches("\\d{1,18}") ? Long.parseLong(of(name)) : 0;
    }

    private <E extends Enum<E>> E choice(Class<E> type, String name, E usual) {
        try {
            return of(name).isEmpty() ? usual : Enum.valueOf(type, of(name));
        } catch (IllegalArgumentException unknown) {
            return usual;
        }
    }
}
