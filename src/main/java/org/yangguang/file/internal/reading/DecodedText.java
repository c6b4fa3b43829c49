package org.yangguang.file.internal.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of bytes that do not say how they are written: by its mark, else UTF-8 when every byte fits, else what the page declares,
 * else GB 18030, which includes GB 2312 and GBK.
 *
 * @param charset name of the encoding it was read in
 */
public record DecodedText(String text, String charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    /** No text holds these: the bytes are something else. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x19\\x1b-\\x1f]");

    /** Empty when the bytes are not text. */
    public static Optional<DecodedText> of(byte[] bytes) {
        return marked(bytes)
                .or(() -> unmarkedUtf16(bytes))
                .or(() -> in(StandardCharsets.UTF_8, bytes, 0))
                .or(() -> declared(bytes).flatMap(charset -> in(charset, bytes, 0)))
                .or(() -> in(GB18030, bytes, 0))
                .filter(read -> !CONTROLS.matcher(read.text).find());
    }

    private static Optional<DecodedText> marked(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return in(StandardCharsets.UTF_8, bytes, 3);
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return in(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return in(StandardCharsets.UTF_16BE, bytes, 2);
        }
        return starts(bytes, 0x84, 0x31, 0x95, 0x33) ? in(GB18030, bytes, 4) : Optional.empty();
    }

    /** Line ends, digits and Latin letters of UTF-16 have a zero byte on one side; no other text has any. The wide blank has one on the other. */
    private static Optional<DecodedText> unmarkedUtf16(byte[] bytes) {
        int sample = Math.min(bytes.length, 4_096) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (bytes.length % 2 != 0 || even == odd) {
            return Optional.empty();
        }
        return in(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, bytes, 0);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2_048), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        String name = declared.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(name.equals("gb2312") || name.equals("gbk") ? GB18030 : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<DecodedText> in(Charset charset, byte[] bytes, int from) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return Optional.of(new DecodedText(text, charset.name()));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
