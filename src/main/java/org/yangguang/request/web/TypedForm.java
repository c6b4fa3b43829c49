package org.yangguang.request.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in and was refused, so that a page with several forms shows it again in the form it came from and in no other.
 *
 * @param form which of the page's forms; null when nothing was sent
 * @param <F> what tells the forms of the page apart
 */
public record TypedForm<F>(@Nullable F form, Map<String, String> fields, List<KeptPaper> kept) {

    static <F> TypedForm<F> nothing() {
        return new TypedForm<>(null, Map.of(), List.of());
    }

    public boolean shows(F each) {
        return each.equals(form);
    }

    /** @param usual what stands there when nothing was typed */
    public String of(F each, String name, String usual) {
        return shows(each) ? fields.getOrDefault(name, usual) : usual;
    }

    public String of(F each, String name) {
        return of(each, name, "");
    }

    public boolean is(F each, String name, Object value) {
        return of(each, name).equals(String.valueOf(value));
    }

    public List<KeptPaper> kept(F each) {
        return shows(each) ? kept : List.of();
    }
}
