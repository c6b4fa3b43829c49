package org.yangguang.intake.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a draft from JSON. Every field that is wrong, and every one that is not known, becomes a reason. */
final class DraftBody {

    private static final int LONGEST_REFERENCE = 200;

    private final JsonNode json;
    private final Set<String> asked = new TreeSet<>();
    final List<Reason> reasons = new ArrayList<>();

    DraftBody(JsonNode json) {
        this.json = json;
        if (!json.isObject()) {
            reasons.add(Reason.of("intake.api.object"));
        }
    }

    String text(String field) {
        return Objects.requireNonNullElse(textOrNull(field), "");
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!text(value)) {
            reasons.add(Reason.at(field, "intake.api.text"));
            return null;
        }
        return value.stringValue();
    }

    /** JSON can write what is no text: U+0000 and halves of characters. */
    private static boolean text(JsonNode value) {
        return value.isString()
                && value.stringValue().indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue());
    }

    boolean truth(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            reasons.add(Reason.at(field, "intake.api.truth"));
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    @Nullable
    Long number(String field) {
        JsonNode value = value(field);
        if (value != null && !value.canConvertToExactIntegral()) {
            reasons.add(Reason.at(field, "intake.api.number"));
            return null;
        }
        return value == null ? null : value.longValue();
    }

    List<String> texts(String field) {
        JsonNode value = value(field);
        List<String> texts = new ArrayList<>();
        if (value != null) {
            boolean list = value.isArray();
            for (JsonNode each : value) {
                list &= text(each);
                if (text(each)) {
                    texts.add(each.stringValue());
                }
            }
            if (!list) {
                reasons.add(Reason.at(field, "intake.api.texts"));
            }
        }
        return texts;
    }

    @Nullable
    LocalDate date(String field) {
        String text = textOrNull(field);
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            reasons.add(Reason.at(field, "disclosure.invalid.date", String.valueOf(text)));
            return null;
        }
    }

    @Nullable
    Instant moment(String field) {
        String text = textOrNull(field);
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException unreadable) {
            reasons.add(Reason.at(field, "disclosure.invalid.date", String.valueOf(text)));
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String text = textOrNull(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            reasons.add(Reason.at(field, "intake.api.choice", Arrays.toString(type.getEnumConstants())));
        }
        return found.orElse(null);
    }

    /** Whatever the caller calls it. */
    String reference() {
        String reference = text("reference");
        if (reference.length() > LONGEST_REFERENCE) {
            reasons.add(Reason.at("reference", "intake.api.long", LONGEST_REFERENCE));
        }
        return reference;
    }

    /** Once all fields were asked for: those that nobody asked for. */
    void unknown() {
        if (json.isObject()) {
            json.propertyNames().stream()
                    .filter(name -> !asked.contains(name))
                    .forEach(name -> reasons.add(Reason.at(name, "intake.api.unknown")));
        }
    }

    private @Nullable JsonNode value(String field) {
        asked.add(field);
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
