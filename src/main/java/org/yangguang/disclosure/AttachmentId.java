package org.yangguang.disclosure;

/** Identity of one attachment of one edition; the next edition's copy of it has another. */
public record AttachmentId(long value) {}
