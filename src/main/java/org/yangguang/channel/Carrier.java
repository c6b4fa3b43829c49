package org.yangguang.channel;

import org.yangguang.disclosure.Channel;

/**
 * By what an information is carried: the eight of a district ("八个一": 一网、一馆、一线、一厅、一屏、一栏、一微博、一微信), the gazette, and others.
 */
public enum Carrier {
    /** 信息公开网: the first platform; whatever is published stands there, so that it has no outlets. */
    WEBSITE(Channel.WEBSITE, Work.NONE),
    /** 政府公报. */
    GAZETTE(Channel.GAZETTE, Work.CLERK),
    /** 档案馆. */
    ARCHIVE_HALL(Channel.OTHER, Work.CLERK),
    /** 政府服务热线. */
    HOTLINE(Channel.OTHER, Work.CLERK),
    /** 政务服务大厅. */
    SERVICE_HALL(Channel.OTHER, Work.CLERK),
    /** 电子触摸屏: shows what the website shows at the same moment. */
    TOUCH_SCREEN(Channel.OTHER, Work.AT_ONCE),
    /** 单位公示栏. */
    NOTICE_BOARD(Channel.OTHER, Work.CLERK),
    /** 政务微博. */
    WEIBO(Channel.WEIBO, Work.SERVICE),
    /** 政务微信. */
    WECHAT(Channel.WECHAT, Work.SERVICE),
    OTHER(Channel.OTHER, Work.CLERK);

    /** Who brings an item to the carrier. */
    public enum Work {
        NONE,
        /** It is there as soon as it is on the website. */
        AT_ONCE,
        /** A clerk. */
        CLERK,
        /** A service on the network, when this program has been given access to it; otherwise a clerk. */
        SERVICE
    }

    private final Channel counted;
    private final Work work;

    Carrier(Channel counted, Work work) {
        this.counted = counted;
        this.work = work;
    }

    /** The row of the statistics (情况统计表 一(二)) in which it counts. */
    public Channel counted() {
        return counted;
    }

    public Work work() {
        return work;
    }
}
