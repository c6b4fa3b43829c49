package org.yangguang.catalogue;

import java.time.Instant;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;

/**
 * A published edition of an organ's guide; it never changes.
 *
 * @param number counts from 1 within the organ
 * @param organName name of the organ when it was published
 * @param contact ways to reach the office when it was published
 * @param publishedBy name of the officer, or label of the program
 */
public record GuideEdition(
        OrganId organ,
        int number,
        String organName,
        GuideText text,
        Contact contact,
        String publishedBy,
        Instant publishedAt) {}
