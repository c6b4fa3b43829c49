package org.yangguang.file;

/** @param hash SM3 of the content, 64 hexadecimal digits; @param type media type decided by the content; @param size bytes */
public record StoredFile(String hash, String type, long size) {}
