package org.yangguang.disclosure;

import org.jspecify.annotations.Nullable;
import org.yangguang.file.StoredFile;

/**
 * A file that belongs to an edition and is reviewed with it.
 *
 * @param position 1 for the first
 * @param name under which it is shown and saved; never a path
 * @param original what was uploaded; officers see it, nobody outside ever does
 * @param publicCopy what goes out; null until it has been made
 */
public record Attachment(
        AttachmentId id,
        int position,
        String name,
        StoredFile original,
        @Nullable StoredFile publicCopy) {}
