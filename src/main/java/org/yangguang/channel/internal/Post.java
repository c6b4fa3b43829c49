package org.yangguang.channel.internal;

/**
 * What is brought to a service.
 *
 * @param text words without markup
 * @param html body as it stands on the website
 * @param address absolute address of the item's page
 * @param mark address of the page with a mark by which this very delivery is found at the service
 */
public record Post(
        String title,
        String summary,
        String text,
        String html,
        String indexNumber,
        String organName,
        String address,
        String mark) {}
