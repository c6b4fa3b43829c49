package org.yangguang.disclosure;

/** Whether a normative document (规范性文件) binds. */
public enum Validity {
    EFFECTIVE,
    AMENDED,
    REPEALED,
    EXPIRED
}
