package org.yangguang.engagement.web;

import org.yangguang.engagement.Contribution;
import org.yangguang.engagement.internal.ContributionTable;

/** What was written to an affair, as the console shows it. */
public record SentView(Contribution contribution, ContributionTable.Own own) {}
