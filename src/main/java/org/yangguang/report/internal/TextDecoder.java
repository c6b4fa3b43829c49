package org.yangguang.report.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns bytes into text when nobody can be trusted to say in which encoding they are: UTF-8 where it is valid, GB18030 where
 * it is not, line by line when a file mixes both, and UTF-8 that was once misread as GBK is put right.
 */
final class TextDecoder {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final Pattern LOSS = Pattern.compile("\uFFFD*1\uFFFD+7\uFFFD*|\uFFFD+");

    private TextDecoder() {}

    static String decode(byte[] bytes) {
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String text = strictly(bytes, 0, bytes.length, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, 0, bytes.length, CHINESE))
                .orElseGet(() -> byLine(bytes));
        return mended(text);
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Optional<String> strictly(byte[] bytes, int from, int to, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String byLine(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int to = Math.min(end + 1, bytes.length);
            int start = from;
            text.append(strictly(bytes, start, to, StandardCharsets.UTF_8)
                    .orElseGet(() -> new String(bytes, start, to - start, CHINESE)));
            from = to;
        }
        return text.toString();
    }

    /** Words of every report tell whether a text was misread. */
    private static String mended(String text) {
        if (isChinese(text)) {
            return text;
        }
        byte[] misread = text.getBytes(CHINESE);
        return strictly(misread, 0, misread.length, StandardCharsets.UTF_8)
                .or(() -> Optional.of(withoutLosses(new String(misread, StandardCharsets.UTF_8))))
                .filter(TextDecoder::isChinese)
                .orElse(text);
    }

    /** A character that was lost in misreading comes back as {@code 1} and {@code 7} among signs of replacement. */
    private static String withoutLosses(String text) {
        return LOSS.matcher(text).replaceAll("");
    }

    private static boolean isChinese(String text) {
        return text.contains("公开") || text.contains("申请") || text.contains("信息");
    }
}
