package org.yangguang.catalogue.web;

import java.time.LocalDate;

/** A rule in a list, for the templates. */
public record RuleLine(long id, String title, LocalDate published, boolean inForce) {}
