package org.yangguang.disclosure;

/** How information is disclosed (公开属性). Only {@link #PROACTIVE} editions are ever published. */
public enum DisclosureAttribute {
    PROACTIVE,
    ON_REQUEST,
    WITHHELD
}
