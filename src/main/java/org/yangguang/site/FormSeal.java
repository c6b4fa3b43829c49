package org.yangguang.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
        return value + "." + signature(what, value);
    }

    /** The value, when this installation sealed it. */
    public Optional<String> open(String what, String sealed) {
        int end = sealed.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String value = sealed.substring(0, end);
        boolean ours = MessageDigest.isEqual(
                signature(what, value).getBytes(StandardCharsets.UTF_8),
                sealed.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(value) : Optional.empty();
    }

    private String signature(String what, String value) {
        return key.sign("seal " + what + " " + value);
    }
}
