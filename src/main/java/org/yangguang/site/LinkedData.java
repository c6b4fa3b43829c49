package org.yangguang.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page is about, in the words of schema.org, as JSON-LD for search engines. It stands in the page as a data block, which no
 * browser executes; every character that could end the block is escaped.
 */
public final class LinkedData {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private LinkedData() {}

    public static LinkedData of(String type) {
        return new LinkedData().with("@type", type);
    }

    /** Sets a property: a string, a number, another {@link LinkedData} or a collection of these; empty values are left out. */
    public LinkedData with(String name, @Nullable Object value) {
        boolean empty = value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> many && many.isEmpty());
        if (value != null && !empty) {
            properties.put(name, value);
        }
        return this;
    }

    /** The whole document, with its context. */
    public String json() {
        StringBuilder json = new StringBuilder("{\"@context\":\"https://schema.org\"");
        properties.forEach((name, value) -> write(json.append(','), name, value));
        return json.append('}').toString();
    }

    private static void write(StringBuilder json, String name, Object value) {
        string(json, name);
        json.append(':');
        value(json, value);
    }

    private static void value(StringBuilder json, Object value) {
        if (value instanceof LinkedData nested) {
            json.append('{');
            String separator = "";
            for (Map.Entry<String, Object> property : nested.properties.entrySet()) {
                write(json.append(separator), property.getKey(), property.getValue());
                separator = ",";
            }
            json.append('}');
        } else if (value instanceof Collection<?> many) {
            json.append('[');
            String separator = "";
            for (Object each : many) {
                value(json.append(separator), each);
                separator = ",";
            }
            json.append(']');
        } else if (value instanceof Number) {
            json.append(value);
        } else {
            string(json, value.toString());
        }
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(each -> {
            boolean plain = each >= 0x20
                    && each != '"'
                    && each != '\\'
                    && each != '<'
                    && each != '>'
                    && each != '&'
                    && each != 0x2028
                    && each != 0x2029;
            if (plain) {
                json.append((char) each);
            } else {
                json.append("\\u%04x".formatted(each));
            }
        });
        json.append('"');
    }
}
