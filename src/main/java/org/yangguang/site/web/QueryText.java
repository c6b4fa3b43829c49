package org.yangguang.site.web;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address as people and old sites write it: a percent sign that stands for itself, a value
 * without a name, or Chinese in the bytes of GB 18030 instead of UTF-8.
 */
final class QueryText {

    private static final Charset GB = Charset.forName("GB18030");

    private QueryText() {}

    /** The same query as it should have been written; empty when it is well written already. */
    static Optional<String> mended(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0 && !query.startsWith("=") && !query.contains("&=")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        boolean mended = false;
        for (String part : query.split("&", -1)) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? part : part.substring(0, sign);
            String value = sign < 0 ? "" : part.substring(sign + 1);
            boolean well = sign != 0 && well(name) && well(value);
            mended |= !well;
            if (sign == 0) {
                continue;
            }
            parts.add(well ? part : rewritten(name) + (sign < 0 ? "" : "=" + rewritten(value)));
        }
        return mended ? Optional.of(String.join("&", parts)) : Optional.empty();
    }

    private static boolean well(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (octet(text, at) < 0) {
                return false;
            }
        }
        return decoded(bytes(text), StandardCharsets.UTF_8).isPresent();
    }

    private static String rewritten(String text) {
        byte[] bytes = bytes(text);
        String meant = decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, GB))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        return URLEncoder.encode(meant, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            int octet = each == '%' ? octet(text, i) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(each == '+' ? ' ' : each).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The octet that is written at a percent sign; -1 when none is. */
    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }
}
