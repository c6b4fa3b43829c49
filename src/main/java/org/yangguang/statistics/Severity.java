package org.yangguang.statistics;

/** How bad a broken rule is: an error blocks acceptance, a warning needs a reason. */
public enum Severity {
    ERROR,
    WARNING
}
