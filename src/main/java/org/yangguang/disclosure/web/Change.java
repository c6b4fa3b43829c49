package org.yangguang.disclosure.web;

/** A field that differs between two editions, as officers read it. */
public record Change(String label, String before, String after) {}
