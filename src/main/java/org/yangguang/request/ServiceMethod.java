package org.yangguang.request;

import static org.yangguang.request.Article.Source.LETTER_2016_235;

/**
 * How a letter goes to the applicant, and which day counts (国办公开办函〔2016〕235号): handed over or left with an agent, the day it is signed for;
 * by the state postal enterprise, the day it is posted.
 */
public enum ServiceMethod {
    /** State postal enterprise, never a private courier, never cash on delivery; the day of posting. */
    POST,
    /** The day of signing. */
    IN_PERSON,
    /** The day on which it is there for the applicant. */
    ONLINE;

    public Article article() {
        return Article.of(LETTER_2016_235, 0);
    }
}
