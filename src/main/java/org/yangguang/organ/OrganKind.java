package org.yangguang.organ;

/** What an organ is; public enterprises disclose by Article 55 of the 2019 Regulations. */
public enum OrganKind {
    GOVERNMENT,
    DEPARTMENT,
    STREET_OFFICE,
    INSTITUTION,
    PUBLIC_ENTERPRISE
}
