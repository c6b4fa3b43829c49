package org.yangguang.remedy.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.remedy.Remedy;
import org.yangguang.remedy.RemedyPeriods;

/** One line of the list, with the day that is next; null when none is. */
public record RemedyLine(Remedy remedy, RemedyPeriods.@Nullable Term next) {}
