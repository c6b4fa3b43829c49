package org.yangguang.report.internal;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** A page that a browser or Word saved with its pictures in a single file (MHTML, RFC 2557): the first page in it counts. */
final class SavedPage {

    private static final int DEEPEST = 5;

    private SavedPage() {}

    static boolean isOne(byte[] content) {
        String start = FileReader.ascii(content, 2_000).toLowerCase(Locale.ROOT);
        return start.contains("mime-version:") && start.contains("content-type: multipart/");
    }

    /** The bytes of the page as it was before it was packed. */
    static byte[] page(byte[] content) throws Unreadable {
        try {
            return page(new MimeMessage(null, new ByteArrayInputStream(content)), 0)
                    .orElseThrow(() -> new Unreadable("unreadable.unknown"));
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new Unreadable("unreadable.broken");
        }
    }

    private static Optional<byte[]> page(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            try (InputStream bytes = part.getInputStream()) {
                return Optional.of(bytes.readAllBytes());
            }
        }
        if (depth < DEEPEST && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                Optional<byte[]> page = page(each, depth + 1);
                if (page.isPresent()) {
                    return page;
                }
            }
        }
        return Optional.empty();
    }
}
