package org.yangguang.request;

/** What a fee is counted by: never both in one application (国办函〔2020〕109号, Article 3); before 2019 only costs (2007 Art. 27). */
public enum FeeBasis {
    BY_ITEM,
    BY_PAGE,
    COSTS
}
