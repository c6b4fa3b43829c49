package org.yangguang.site;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yangguang.site.internal.FormKey;

/**
 * Seals what a form carries through the browser from one answer to the next, so that only what the program itself put there is taken back.
 */
@Component
public class FormSeal {

    private final FormKey key;

    FormSeal(FormKey key) {
        this.key = key;
    }

    /** @param what what the value is, {@code paper}; a value sealed as one thing is not opened as another */
    public String seal(String what, String value) {
        return value + "." + key.sign(text(what, value));
    }

    /** The value, when this installation sealed it. */
    public Optional<String> open(String what, String sealed) {
        int end = sealed.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String value = sealed.substring(0, end);
        return key.signed(text(what, value), sealed.substring(end + 1)) ? Optional.of(value) : Optional.empty();
    }

    private static String text(String what, String value) {
        return "seal " + what + " " + value;
    }
}
