package org.yangguang.channel.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.channel.Subscription;

/** What was typed into the form of a subscription. */
public record SubscriptionForm(
        String address, @Nullable Long organ, String column, String query, Subscription.Frequency frequency) {}
