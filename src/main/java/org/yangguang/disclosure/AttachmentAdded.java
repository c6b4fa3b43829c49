package org.yangguang.disclosure;

import org.yangguang.file.StoredFile;

/**
 * An officer attached a file to a draft; it has no public copy yet.
 *
 * @param name clean name of the file, with an ending that fits its type
 */
public record AttachmentAdded(EditionId edition, AttachmentId attachment, String name, StoredFile original) {}
