package org.yangguang.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column (栏目) of the catalogue.
 *
 * @param code unique part of its address, {@code budgets}: {@code /columns/budgets}
 * @param path ids from the root, {@code /3/12/}
 * @param head which of the five fixed heads it is or lies below
 * @param article20 number of the item of Article 20 (2019 Regulations) which it serves, 1–15; null for the district's own
 * @param article21 level of government for which Article 21 adds this column; null for all others
 * @param intervalDays longest time without something new before it counts as neglected; null when it need not be updated
 * @param keywords for the page's {@code ColumnKeywords}
 * @param fixed one of the five heads: neither moved nor removed
 * @param retiredOn day from which it takes no more items and is in no list; null while it is in use
 */
public record Column(
        ColumnId id,
        @Nullable ColumnId parent,
        String path,
        String code,
        String name,
        @Nullable String nameEn,
        Head head,
        Type type,
        @Nullable Integer article20,
        @Nullable Level article21,
        @Nullable Integer intervalDays,
        String description,
        List<String> keywords,
        int position,
        boolean fixed,
        @Nullable LocalDate retiredOn) {

    /** The five fixed heads of a disclosure platform (国办公开办函〔2019〕61号). */
    public enum Head {
        GUIDE,
        RULES,
        STATUTORY,
        ANNUAL_REPORTS,
        ON_REQUEST
    }

    /** Kinds of column that the inspection of government websites tells apart (国办秘函〔2019〕19号). */
    public enum Type {
        /** 动态要闻: neglected after two weeks. */
        NEWS(14),
        /** 通知公告: neglected after six months. */
        NOTICES(180),
        /** 政策文件: neglected after six months. */
        POLICIES(180),
        /** Anything else; its own interval counts. */
        OTHER(null);

        private final @Nullable Integer longestIntervalDays;

        Type(@Nullable Integer longestIntervalDays) {
            this.longestIntervalDays = longestIntervalDays;
        }

        /** The interval that the inspection allows at most; null where it sets none. */
        public @Nullable Integer longestIntervalDays() {
            return longestIntervalDays;
        }
    }

    /** Levels of government for which Article 21 of the 2019 Regulations lists further subjects. */
    public enum Level {
        /** 设区的市级、县级人民政府及其部门. */
        COUNTY,
        /** 乡（镇）人民政府. */
        TOWNSHIP
    }

    public boolean inUse() {
        return retiredOn == null;
    }

    /** Depth in the tree; a head has 0. */
    public int depth() {
        return (int) path.chars().filter(each -> each == '/').count() - 2;
    }
}
