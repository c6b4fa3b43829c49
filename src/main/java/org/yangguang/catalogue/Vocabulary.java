package org.yangguang.catalogue;

/** The controlled vocabularies of the catalogue. */
public enum Vocabulary {
    SUBJECT,
    GENRE,
    AUDIENCE_GROUP
}
