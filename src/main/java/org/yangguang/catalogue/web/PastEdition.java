package org.yangguang.catalogue.web;

import java.time.LocalDate;

/**
 * An edition in the public list of editions, for the templates.
 *
 * @param office office that answers for it; the person's name is for the console only
 */
public record PastEdition(int number, LocalDate published, String office) {}
