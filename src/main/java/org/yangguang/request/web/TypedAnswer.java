package org.yangguang.request.web;

import java.util.List;
import java.util.Map;

/**
 * What somebody outside sent and was refused, so that the page shows it again in the form it came from and in no other.
 *
 * @param act which of the page's forms
 */
public record TypedAnswer(String act, Map<String, String> fields, List<KeptPaper> kept) {

    static final TypedAnswer NOTHING = new TypedAnswer("", Map.of(), List.of());

    public boolean shows(String form) {
        return act.equals(form);
    }

    public String of(String form, String name) {
        return shows(form) ? fields.getOrDefault(name, "") : "";
    }

    public List<KeptPaper> kept(String form) {
        return shows(form) ? kept : List.of();
    }
}
