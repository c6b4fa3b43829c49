package org.yangguang.engagement;

/** What the public reads of an affair has changed. */
public record AffairShown(long affair) {}
