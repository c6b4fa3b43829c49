package org.yangguang.disclosure.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.file.StoredFile;

/**
 * SM3 hash of everything an officer wrote in an edition and attached to it: what each review step signs, and what stays provable afterwards. Every
 * field goes in with its length, so that no two different contents read alike. The time of publication stays out: moving it does
 * not change what was reviewed.
 */
public final class ContentHash {

    private final SM3Digest digest = new SM3Digest();

    private ContentHash() {}

    /** 64 hexadecimal digits, of the content and of every attachment: its name, its original and its public copy. */
    public static String of(Edition edition) {
        return of(edition.content(), edition.attachments());
    }

    /** 64 hexadecimal digits, of a content without attachments. */
    public static String of(EditionContent content) {
        return of(content, List.of());
    }

    /** 64 hexadecimal digits, of a content with its attachments. */
    static String of(EditionContent content, List<Attachment> attachments) {
        ContentHash hash = new ContentHash();
        hash.add("edition-content/1")
                .add(content.title())
                .add(content.summary())
                .add(content.bodyHtml())
                .add(content.documentNumber())
                .add(column(content.column()))
                .add(content.subject())
                .add(content.genre())
                .add(content.audienceGroups())
                .add(content.formedOn())
                .add(content.normative())
                .add(content.issuedOn())
                .add(content.effectiveOn())
                .add(content.expiresOn())
                .add(content.repealedOn())
                .add(content.validity())
                .add(content.source())
                .add(content.keywords())
                .add(content.attribute())
                .add(content.legalBasis())
                .add(content.reviewAgainOn())
                .add(content.scope())
                .add(content.audience());
        if (!attachments.isEmpty()) {
            hash.add("attachments/1").add(attachments.size());
            attachments.forEach(hash::add);
        }
        byte[] result = new byte[hash.digest.getDigestSize()];
        hash.digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }

    private static @Nullable Long column(@Nullable ColumnId column) {
        return column == null ? null : column.value();
    }

    private void add(Attachment attachment) {
        StoredFile copy = attachment.publicCopy();
        add(attachment.name()).add(attachment.original().hash()).add(copy == null ? null : copy.hash());
    }

    private ContentHash add(List<String> values) {
        add(values.size());
        values.forEach(this::add);
        return this;
    }

    private ContentHash add(@Nullable Object value) {
        if (value == null) {
            return bytes("-");
        }
        String text = value.toString();
        return bytes(text.getBytes(StandardCharsets.UTF_8).length + ":").bytes(text);
    }

    private ContentHash bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return this;
    }
}
