package org.yangguang.engagement;

import java.util.List;
import java.util.stream.Stream;

/** What an organ announces to the public. */
public enum AffairKind {
    /** 热点回应: a public concern that is answered by several ways and counts once. */
    CONCERN("concerns"),
    /** 新闻发布会. */
    CONFERENCE("conferences"),
    /** 在线访谈. */
    INTERVIEW("conferences"),
    /** 意见征集 on a draft. */
    CONSULTATION("consultations"),
    /** 社会评议: the public rates the organs of a year. */
    RATING("ratings");

    private final String folder;

    AffairKind(String folder) {
        this.folder = folder;
    }

    /** First part of the addresses of its pages. */
    public String folder() {
        return folder;
    }

    public boolean meeting() {
        return this == CONFERENCE || this == INTERVIEW;
    }

    /** Kinds that stand in one folder. */
    public static List<AffairKind> in(String folder) {
        return Stream.of(values()).filter(each -> each.folder.equals(folder)).toList();
    }
}
