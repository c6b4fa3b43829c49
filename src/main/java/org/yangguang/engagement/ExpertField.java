package org.yangguang.engagement;

/** Fields of which experts explain policies. */
public enum ExpertField {
    /** 经济建设. */
    ECONOMY,
    /** 政治建设. */
    POLITICS,
    /** 文化建设. */
    CULTURE,
    /** 社会建设. */
    SOCIETY,
    /** 生态文明建设. */
    ECOLOGY
}
