package org.yangguang.intake.web;

import org.yangguang.intake.Webhook;

/** A webhook with the name of its organ. */
public record WebhookLine(Webhook webhook, String organ) {}
