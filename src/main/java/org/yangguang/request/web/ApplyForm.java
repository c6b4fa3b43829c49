package org.yangguang.request.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.IdentityProof;
import org.yangguang.request.Intake;
import org.yangguang.request.Reason;
import org.yangguang.request.Texts;

/** The public form as it was typed. Channel and dates are not the applicant's to choose. */
public record ApplyForm(Map<String, String> fields, List<String> files) {

    private static final int LONGEST_REMARK = 1_000;

    public String of(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public boolean is(String name, String value) {
        return of(name).equals(value);
    }

    public ApplicantKind kind() {
        return Arrays.stream(ApplicantKind.values())
                .filter(kind -> is("applicantKind", kind.name()))
                .findFirst()
                .orElse(ApplicantKind.PERSON);
    }

    private Optional<IdentityProof> proof() {
        return Arrays.stream(IdentityProof.values())
                .filter(proof -> is("identityType", proof.name()))
                .findFirst();
    }

    /** @param submission mark of this copy of the form */
    Intake intake(LocalDate today, String submission) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("channel", Channel.ONLINE.name());
        all.put("arrivedOn", today.toString());
        all.put("submission", submission);
        List.of("confirmedOn", "aidedBecause", "purpose").forEach(all::remove);
        return new IntakeForm(all, files).intake(today);
    }

    /** What the program cannot know of paper, but asks of whoever types themselves. */
    List<Reason> against() {
        List<Reason> reasons = new ArrayList<>();
        proof().ifPresentOrElse(
                        proof -> proof.against(kind(), of("identity")).ifPresent(reasons::add),
                        () -> reasons.add(Reason.at("identityType", "request.refused.identityType")));
        if (kind().organisation() && of("contactPerson").isEmpty()) {
            reasons.add(Reason.at("contactPerson", "request.refused.contactPerson"));
        }
        for (String remark : List.of("feeReduction", "help")) {
            Reason.tooLong(remark, of(remark), LONGEST_REMARK).ifPresent(reasons::add);
        }
        way().ifPresent(reasons::add);
        if (!is("truthful", "yes")) {
            reasons.add(Reason.at("truthful", "request.refused.truthful"));
        }
        return reasons;
    }

    /** Whoever wants the reply sent somewhere says where. */
    private Optional<Reason> way() {
        return switch (of("way")) {
            case "POST" -> missing("address", "request.refused.way.POST");
            case "EMAIL" -> missing("email", "request.refused.way.EMAIL");
            case "FAX" -> missing("phone", "request.refused.way.FAX");
            default -> Optional.empty();
        };
    }

    private Optional<Reason> missing(String field, String key) {
        return of(field).isEmpty() ? Optional.of(Reason.at(field, key)) : Optional.empty();
    }

    /** What the applicant says beside the application, each under its own words. */
    Texts beside(String feeReduction, String help) {
        StringBuilder words = new StringBuilder();
        if (!of("feeReduction").isEmpty()) {
            words.append(feeReduction).append(of("feeReduction")).append('\n');
        }
        if (!of("help").isEmpty()) {
            words.append(help).append(of("help"));
        }
        return words.isEmpty() ? Texts.NONE : Texts.words(words.toString().strip());
    }
}
