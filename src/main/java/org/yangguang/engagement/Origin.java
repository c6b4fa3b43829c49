package org.yangguang.engagement;

/** By which way a letter came. */
public enum Origin {
    WEB,
    /** 政府服务热线: the clerk writes down what the caller says. */
    HOTLINE,
    /** 政务服务大厅. */
    WINDOW,
    POST,
    EMAIL
}
