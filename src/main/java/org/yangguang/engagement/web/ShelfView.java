package org.yangguang.engagement.web;

import java.util.List;
import org.yangguang.engagement.Affair;

/** The latest of one folder. */
public record ShelfView(String folder, List<Affair> affairs) {}
