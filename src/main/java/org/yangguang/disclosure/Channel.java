package org.yangguang.disclosure;

/** By what way an information reached the public; one information in several ways counts once. */
public enum Channel {
    WEBSITE,
    GAZETTE,
    WEIBO,
    WECHAT,
    OTHER
}
