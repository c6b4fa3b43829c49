package org.yangguang.request.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.request.Action;

/** What an officer filled in of one action and was refused, so that the page shows it again in the form of that action and in no other. */
public record TypedAct(@Nullable Action action, Map<String, String> fields, List<KeptPaper> kept) {

    static final TypedAct NOTHING = new TypedAct(null, Map.of(), List.of());

    public boolean shows(Action form) {
        return action == form;
    }

    /** @param usual what stands there when nothing was typed */
    public String of(Action form, String name, String usual) {
        return shows(form) ? fields.getOrDefault(name, usual) : usual;
    }

    public String of(Action form, String name) {
        return of(form, name, "");
    }

    public boolean is(Action form, String name, Object value) {
        return of(form, name).equals(String.valueOf(value));
    }

    public List<KeptPaper> kept(Action form) {
        return shows(form) ? kept : List.of();
    }
}
