package org.yangguang.site;

import java.util.Map;

/** A block of the home page that another module fills; a bean of this type is shown in the place that it names. */
public interface HomeSection {

    enum Place {
        LATEST,
        POPULAR,
        SEARCHES,
        FIGURES,
        ORGANS
    }

    Place place();

    /** JTE template, e.g. {@code disclosure/home-latest}; it receives {@code page} and {@link #model()}. */
    String template();

    Map<String, Object> model();
}
