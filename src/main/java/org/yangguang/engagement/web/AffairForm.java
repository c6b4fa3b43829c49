package org.yangguang.engagement.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yangguang.engagement.AffairContent;
import org.yangguang.engagement.AffairContent.Participant;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.ConsultationBasis;

/** What was typed about an affair. Participants stand one a line: name, post, and 主要负责同志 for the principal leader. */
public record AffairForm(Map<String, String> fields) {

    private static final String PRINCIPAL = "主要负责同志";

    static AffairForm of(AffairContent content, AffairKind kind) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind.name());
        fields.put("title", content.title());
        fields.put("about", content.about());
        fields.put(
                "startsOn", content.startsOn() == null ? "" : content.startsOn().toString());
        fields.put("endsOn", content.endsOn() == null ? "" : content.endsOn().toString());
        fields.put("time", content.time());
        fields.put("place", content.place());
        fields.put(
                "questionsUntil",
                content.questionsUntil() == null ? "" : content.questionsUntil().toString());
        fields.put("basis", content.basis() == null ? "" : content.basis().name());
        fields.put("shortenedBecause", content.shortenedBecause());
        fields.put(
                "people",
                content.participants().stream()
                        .map(each -> each.name() + "，" + each.post() + (each.principal() ? "，" + PRINCIPAL : ""))
                        .collect(Collectors.joining("\n")));
        return new AffairForm(fields);
    }

    public String of(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return of(name).equals(value);
    }

    Optional<AffairKind> kind() {
        return LetterForm.choice(AffairKind.class, of("kind"));
    }

    AffairContent content() {
        return new AffairContent(
                line("title"),
                of("about").replace("\r\n", "\n").strip(),
                date("startsOn"),
                date("endsOn"),
                line("time"),
                line("place"),
                date("questionsUntil"),
                LetterForm.choice(ConsultationBasis.class, of("basis")).orElse(null),
                line("shortenedBecause"),
                people());
    }

    private List<Participant> people() {
        List<Participant> people = new ArrayList<>();
        for (String line : of("people").lines().filter(each -> !each.isBlank()).toList()) {
            String[] parts = line.split("[,，、\\t]+");
            boolean principal = line.contains(PRINCIPAL);
            String post = parts.length > 1 && !parts[1].strip().equals(PRINCIPAL) ? parts[1].strip() : "";
            people.add(new Participant(parts.length == 0 ? line.strip() : parts[0].strip(), post, principal));
        }
        return List.copyOf(people);
    }

    @Nullable
    LocalDate date(String name) {
        try {
            return of(name).isBlank() ? null : LocalDate.parse(of(name).strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private String line(String name) {
        return of(name).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
