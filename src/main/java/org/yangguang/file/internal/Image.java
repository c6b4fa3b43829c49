package org.yangguang.file.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.yangguang.file.internal.NotAnImage.Flaw;

/**
 * What an image is by its content.
 *
 * @param type media type
 */
public record Image(String type, int width, int height) {

    private static final Tika TYPES = new Tika();
    /** Nothing that a browser or a reader would take for a document may hide in a comment or in metadata. */
    private static final Pattern FOREIGN =
            Pattern.compile("<script|<!doctype|<html|<iframe|<\\?php|%pdf-1|<!entity", Pattern.CASE_INSENSITIVE);

    /**
     * Walks the whole structure of the file, from the signature to the end mark.
     *
     * @throws NotAnImage when it is not one of the known types, is not whole, or carries something beside the image
     */
    public static Image examine(byte[] content) throws NotAnImage {
        String type = TYPES.detect(content).toLowerCase(Locale.ROOT);
        Bytes bytes = new Bytes(content);
        Image image =
                switch (type) {
                    case "image/png" -> Png.examine(bytes);
                    case "image/jpeg" -> Jpeg.examine(bytes);
                    case "image/gif" -> Gif.examine(bytes);
                    case "image/webp" -> Webp.examine(bytes);
                    default -> throw new NotAnImage(Flaw.OTHER_TYPE, type);
                };
        if (image.width < 1 || image.height < 1) {
            throw new NotAnImage(Flaw.DAMAGED, "an image without extent");
        }
        if (FOREIGN.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            throw new NotAnImage(Flaw.MIXED, "markup inside the image");
        }
        return image;
    }

    /** The media types that can be stored. */
    public static List<String> types() {
        return List.of("image/png", "image/jpeg", "image/gif", "image/webp");
    }
}
