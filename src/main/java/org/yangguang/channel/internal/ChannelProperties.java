package org.yangguang.channel.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services of {@code yangguang.channel.*}.
 *
 * @param weiboUrl base address of the open interface of Weibo
 * @param wechatUrl base address of the interface of WeChat Official Accounts
 * @param weiboLength longest post in Chinese characters; a letter of the Latin alphabet counts half
 * @param wechatTitle longest title of an article, in characters
 * @param wechatDigest longest summary of an article, in characters
 * @param patience longest time that a call of a service may take
 */
@ConfigurationProperties("yangguang.channel")
public record ChannelProperties(
        @DefaultValue("https://api.weibo.com") String weiboUrl,
        @DefaultValue("https://api.weixin.qq.com") String wechatUrl,
        @DefaultValue("140") int weiboLength,
        @DefaultValue("32") int wechatTitle,
        @DefaultValue("120") int wechatDigest,
        @DefaultValue("15s") Duration patience) {}
