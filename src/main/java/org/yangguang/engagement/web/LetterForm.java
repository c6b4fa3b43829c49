package org.yangguang.engagement.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Writer;
import org.yangguang.organ.OrganId;

/** What was typed into the form of a letter, as it was typed. */
public record LetterForm(Map<String, String> fields) {

    public String of(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return of(name).equals(value);
    }

    NewLetter letter(Origin origin) {
        String organ = of("organ");
        return new NewLetter(
                kind(),
                origin,
                organ.matches("\\d{1,18}") ? new OrganId(Long.parseLong(organ)) : null,
                line("title"),
                of("text").replace("\r\n", "\n").strip(),
                page(),
                new Writer(line("name"), line("phone"), line("email"), line("address")),
                is("mayPublish", "yes"));
    }

    /** An absolute address of this site is taken as one. */
    private String page() {
        return line("page").replaceFirst("^https?://[^/]+(?=/)", "");
    }

    private @Nullable LetterKind kind() {
        return choice(LetterKind.class, of("kind")).orElse(null);
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        try {
            return Optional.of(Enum.valueOf(type, name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private String line(String name) {
        return of(name).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
