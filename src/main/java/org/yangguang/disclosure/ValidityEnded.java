package org.yangguang.disclosure;

/** A published normative document stopped binding by its own dates. */
public record ValidityEnded(ItemId item) {}
