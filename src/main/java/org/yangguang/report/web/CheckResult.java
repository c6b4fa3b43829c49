package org.yangguang.report.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.report.CheckAnswer;

/**
 * What the page shows of a check.
 *
 * @param scheme the name of the form; null when the report could not be read
 * @param figures how many figures were read
 */
public record CheckResult(
        String file, CheckAnswer answer, @Nullable String scheme, int figures) {}
