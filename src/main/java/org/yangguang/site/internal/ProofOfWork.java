package org.yangguang.site.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;
import org.yangguang.site.GuardedForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ALTCHA protocol: some ten thousand hashes, half a second on a telephone, bound to one copy of a form. */
public final class ProofOfWork {

    private static final long MOST = 50_000;
    private static final int LONGEST = 2_000;

    private ProofOfWork() {}

    public static GuardedForm.Challenge challenge(String token, String secret) {
        try {
            Altcha.Challenge made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setAlgorithm(Altcha.Algorithm.SHA256)
                    .setMaxNumber(MOST)
                    .setSecureRandomNumber(true)
                    .setHmacKey(secret)
                    .setSalt(token));
            return new GuardedForm.Challenge(made.algorithm, made.challenge, made.salt, made.signature, MOST);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether {@code proof} solves a challenge that was given out with {@code token}. */
    public static boolean holds(String proof, String token, String secret) {
        if (proof.isEmpty() || proof.length() > LONGEST) {
            return false;
        }
        try {
            JsonNode said =
                    JsonMapper.shared().readTree(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8));
            Altcha.Payload payload = new Altcha.Payload();
            payload.algorithm = said.path("algorithm").asString("");
            payload.challenge = said.path("challenge").asString("");
            payload.number = said.path("number").asLong(-1);
            payload.salt = said.path("salt").asString("");
            payload.signature = said.path("signature").asString("");
            // The protocol may close the salt with a question mark or an ampersand.
            boolean thisForm = payload.salt.matches(Pattern.quote(token) + "[?&]*");
            return thisForm && Altcha.verifySolution(payload, secret, false);
        } catch (IllegalArgumentException | JacksonException malformed) {
            return false;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
