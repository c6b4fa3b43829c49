package org.yangguang.statistics;

import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganKind;

/** What the law lets an organ do by its level, as far as statistics ask. */
public enum Standing {
    PROVINCE_GOVERNMENT,
    CITY_GOVERNMENT,
    COUNTY_GOVERNMENT,
    /** A department, a street office, an institution: nothing of what is reserved to governments. */
    OTHER;

    /** By its kind and the code of its region (GB/T 2260: two digits each for province, city, county). */
    public static Standing of(Organ organ) {
        if (organ.kind() != OrganKind.GOVERNMENT) {
            return OTHER;
        }
        String code = organ.regionCode();
        if (code.endsWith("0000")) {
            return PROVINCE_GOVERNMENT;
        }
        return code.endsWith("00") ? CITY_GOVERNMENT : COUNTY_GOVERNMENT;
    }
}
