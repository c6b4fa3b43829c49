package org.yangguang.account;

/** Identity of an account. */
public record AccountId(long value) {}
