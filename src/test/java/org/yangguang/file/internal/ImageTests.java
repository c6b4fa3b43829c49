package org.yangguang.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.file.internal.NotAnImage.Flaw;

class ImageTests {

    private static final byte[] LOSSLESS_WEBP =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static final byte[] LOSSY_WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

    record Sample(String type, int width, int height, byte[] content) {
        @Override
        public String toString() {
            return type + " " + width + "x" + height;
        }
    }

    static Stream<Sample> images() throws IOException {
        return Stream.of(
                new Sample("image/png", 37, 21, drawn("png", 37, 21)),
                new Sample("image/jpeg", 640, 480, drawn("jpg", 640, 480)),
                new Sample("image/gif", 5, 9, drawn("gif", 5, 9)),
                new Sample("image/webp", 1, 1, LOSSLESS_WEBP),
                new Sample("image/webp", 1, 1, LOSSY_WEBP));
    }

    @ParameterizedTest
    @MethodSource("images")
    void anImageIsKnownByItsContent(Sample sample) throws NotAnImage {
        assertThat(Image.examine(sample.content()))
                .isEqualTo(new Image(sample.type(), sample.width(), sample.height()));
    }

    @ParameterizedTest
    @MethodSource("images")
    void anImageThatEndsEarlyIsDamaged(Sample sample) {
        byte[] content = sample.content();
        for (int length : new int[] {content.length - 1, content.length / 2, 20}) {
            assertThat(flaw(Arrays.copyOf(content, length)))
                    .as("%d bytes", length)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void anImageWithAnythingBehindItIsRefused(Sample sample) {
        assertThat(flaw(joined(sample.content(), "PK\u0003\u0004 an archive".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Flaw.MIXED);
        assertThat(flaw(joined(sample.content(), new byte[16])))
                .as("padding is harmless")
                .isNull();
    }

    @Test
    void theSecondPictureThatCamerasAppendIsAllowed() throws IOException {
        byte[] photo = joined(drawn("jpg", 64, 48), drawn("jpg", 16, 12));
        assertThat(flaw(photo)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!DOCTYPE html><html><body>hello</body></html>",
                "%PDF-1.7\n1 0 obj",
                "just a text",
                "BM6\0\0\0\0\0\0\0"
            })
    void whatIsNoImageIsRefusedWhateverItIsCalled(String content) {
        assertThat(flaw(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.OTHER_TYPE);
    }

    @Test
    void aGifWhoseCommentIsAPageIsRefused() throws IOException {
        byte[] gif = drawn("gif", 5, 9);
        byte[] page = "<html><script src=/x></script>".getBytes(StandardCharsets.US_ASCII);
        byte[] comment = joined(new byte[] {0x21, (byte) 0xfe, (byte) page.length}, joined(page, new byte[] {0}));
        byte[] mixed = joined(Arrays.copyOf(gif, gif.length - 1), joined(comment, new byte[] {0x3b}));
        assertThat(flaw(mixed)).isEqualTo(Flaw.MIXED);
    }

    @Test
    void aPngWithAChangedByteIsDamaged() throws IOException {
        byte[] png = drawn("png", 37, 21);
        png[png.length / 2] ^= 1;
        assertThat(flaw(png)).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void noBytesWhateverBreakTheExamination() throws IOException {
        Random random = new Random(42);
        for (Sample sample : images().toList()) {
            for (int round = 0; round < 400; round++) {
                byte[] content = sample.content().clone();
                for (int change = 0; change <= random.nextInt(4); change++) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt();
                }
                flaw(Arrays.copyOf(content, random.nextInt(content.length) + 1));
                flaw(content);
            }
        }
    }

    /** Null when the image is accepted. */
    private static Flaw flaw(byte[] content) {
        NotAnImage refused = catchThrowableOfType(NotAnImage.class, () -> Image.examine(content));
        return refused == null ? null : refused.flaw();
    }

    private static byte[] drawn(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 7919 ^ y * 104729);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
