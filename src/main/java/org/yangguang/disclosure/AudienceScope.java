package org.yangguang.disclosure;

/** Who an edition is for. */
public enum AudienceScope {
    /** Everybody. */
    PUBLIC,
    /** Those who have been given the access code of a named audience, for instance inside an expropriation area. */
    LIMITED,
    /** Officers only. */
    INTERNAL
}
