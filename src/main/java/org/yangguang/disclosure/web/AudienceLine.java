package org.yangguang.disclosure.web;

import org.yangguang.disclosure.Audience;

/** An audience with the name of its organ. */
public record AudienceLine(Audience audience, String organ) {}
