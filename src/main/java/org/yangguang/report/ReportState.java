package org.yangguang.report;

/** Where an annual report stands. */
public enum ReportState {
    /** People write it; its figures follow the statement. */
    WRITING,
    /** What it says is the draft of an item, which goes through the three-level review. */
    HANDED_OVER,
    /** It was published: content, files and signature never change any more. */
    FROZEN
}
