package org.yangguang.catalogue.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.site.Page;

/** Titles of guides and rules; a government's own name ends in 政府 already and is not followed by it again. */
public final class Titles {

    private Titles() {}

    public static String guide(Page page, String organ, @Nullable String organEn) {
        return title(page, "catalogue.guide.title", organ, organEn);
    }

    public static String rules(Page page, String organ, @Nullable String organEn) {
        return title(page, "catalogue.rules.title", organ, organEn);
    }

    private static String title(Page page, String key, String organ, @Nullable String organEn) {
        String name = page.either(organ, organEn);
        return page.t(key, name.endsWith("政府") ? name.substring(0, name.length() - 2) : name);
    }
}
