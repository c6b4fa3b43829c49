package org.yangguang.request;

/**
 * Who applies: a person, or one of the five kinds of organisation of the statistical table of 2021 (国办公开办函〔2021〕30号, table 3). Fixed at
 * receipt.
 */
public enum ApplicantKind {
    /** 自然人. */
    PERSON,
    /** 商业企业. */
    COMPANY,
    /** 科研机构. */
    RESEARCH_INSTITUTE,
    /** 社会公益组织. */
    PUBLIC_BENEFIT_ORGANISATION,
    /** 法律服务机构. */
    LEGAL_SERVICE,
    /** 其他. */
    OTHER_ORGANISATION;

    public boolean organisation() {
        return this != PERSON;
    }
}
