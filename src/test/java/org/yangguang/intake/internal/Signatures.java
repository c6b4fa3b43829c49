package org.yangguang.intake.internal;

/** The signature that deliveries carry, for tests outside of the package. */
public final class Signatures {

    private Signatures() {}

    public static String of(String secret, String signed) {
        return WebhookDeliveries.signature(secret, signed);
    }
}
