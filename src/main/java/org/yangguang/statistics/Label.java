package org.yangguang.statistics;

import java.util.Locale;

/** The name of a table, row or column in the two languages of the site. */
public record Label(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
