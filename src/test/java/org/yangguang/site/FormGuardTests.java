package org.yangguang.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.site.internal.FormKey;
import org.yangguang.site.internal.UsedForms;
import org.yangguang.testing.Browser;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.YangguangTest;
import tools.jackson.databind.json.JsonMapper;

@YangguangTest
class FormGuardTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    FormGuard guard;

    @Autowired
    FormKey key;

    @Autowired
    UsedForms used;

    @Autowired
    FormLimit limit;

    @Autowired
    CodeGuessing guessing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final int number = COUNT.incrementAndGet();
    private final String form = "test" + number;
    private final String address = "198.51.100." + number;

    @Test
    void aFormWithAProofIsAdmitted() throws Exception {
        GuardedForm open = guard.open(form);
        assertThat(guard.check(form, sent(open, proof(open.challenge()), "", "")))
                .isEqualTo(new FormVerdict.Admitted(open.token()));
    }

    @Test
    void withoutScriptsThePlainQuestionIsEnoughAndItsDigitsMayBeFullWidth() {
        GuardedForm open = guard.open(form);
        String sum = String.valueOf(open.first() + open.second());
        assertThat(guard.check(form, sent(open, "", sum, ""))).isInstanceOf(FormVerdict.Admitted.class);
        String wide = sum.replaceAll("\\s", "")
                .chars()
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.appendCodePoint(digit + 0xFEE0),
                        StringBuilder::append)
                .toString();
        assertThat(guard.check(form, sent(open, "", " " + wide, ""))).isInstanceOf(FormVerdict.Admitted.class);
    }

    @Test
    void everythingElseIsRefusedWithASentence() throws Exception {
        GuardedForm open = guard.open(form);
        GuardedForm other = guard.open(form);
        assertThat(guard.check(form, sent(open, "", "", ""))).isEqualTo(new FormVerdict.Refused("site.guard.question"));
        assertThat(guard.check(form, sent(open, "", "1", "")))
                .isEqualTo(new FormVerdict.Refused("site.guard.question"));
        assertThat(guard.check(form, sent(open, proof(other.challenge()), "", "")))
                .as("a proof of another copy")
                .isEqualTo(new FormVerdict.Refused("site.guard.question"));
        assertThat(guard.check(form, sent(open, "bm90IGpzb24=", "", "")))
                .isEqualTo(new FormVerdict.Refused("site.guard.question"));
        assertThat(guard.check(form, sent(open, "%%%", "", "")))
                .isEqualTo(new FormVerdict.Refused("site.guard.question"));
        assertThat(guard.check(form, sent(open, proof(open.challenge()), "", "http://buy.example")))
                .isEqualTo(new FormVerdict.Refused("site.guard.machine"));
        assertThat(guard.check("another", sent(open, proof(open.challenge()), "", "")))
                .isEqualTo(new FormVerdict.Refused("site.guard.unknown"));
        for (String token : List.of("", "x", "a.b.c.d", open.token() + "0", form + ".9e9.00.00")) {
            MockHttpServletRequest request = sent(open, "", "", "");
            request.setParameter("guard-token", token);
            assertThat(guard.check(form, request)).as(token).isEqualTo(new FormVerdict.Refused("site.guard.unknown"));
        }
    }

    @Test
    void aFormIsGoodForTwelveHours() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
        FormGuard moving = new FormGuard(key, used, limit, clock);
        GuardedForm open = moving.open(form);
        String proof = proof(open.challenge());
        clock.forward(Duration.ofHours(12));
        assertThat(moving.check(form, sent(open, proof, "", ""))).isInstanceOf(FormVerdict.Admitted.class);
        clock.forward(Duration.ofSeconds(1));
        assertThat(moving.check(form, sent(open, proof, "", ""))).isEqualTo(new FormVerdict.Refused("site.guard.old"));
    }

    @Test
    void aFormSentTwiceDoesItsWorkOnceAndAnswersTheSame() throws Exception {
        GuardedForm open = guard.open(form);
        MockHttpServletRequest sent = sent(open, proof(open.challenge()), "", "");
        AtomicInteger works = new AtomicInteger();
        FormVerdict.Admitted first = (FormVerdict.Admitted) guard.check(form, sent);
        FormVerdict.Admitted second = (FormVerdict.Admitted) guard.check(form, sent);

        assertThat(once(first, () -> "number " + works.incrementAndGet())).isEqualTo("number 1");
        assertThat(once(second, () -> "number " + works.incrementAndGet())).isEqualTo("number 1");
        assertThat(guard.check(form, sent)).isEqualTo(new FormVerdict.Repeated("number 1"));
        assertThat(works).hasValue(1);
    }

    @Test
    void ofTwoAtOnceOneWaitsForTheOther() throws Exception {
        FormVerdict.Admitted form =
                new FormVerdict.Admitted(guard.open(this.form).token());
        AtomicInteger works = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> once(form, () -> {
            begun.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "number " + works.incrementAndGet();
        }));
        begun.await(20, TimeUnit.SECONDS);
        CompletableFuture<String> fast =
                CompletableFuture.supplyAsync(() -> once(form, () -> "number " + works.incrementAndGet()));
        go.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("number 1");
        assertThat(fast.get(20, TimeUnit.SECONDS)).isEqualTo("number 1");
    }

    @Test
    void workThatFailsMayBeTriedAgainWithTheSameForm() throws Exception {
        GuardedForm open = guard.open(form);
        MockHttpServletRequest sent = sent(open, proof(open.challenge()), "", "");
        FormVerdict.Admitted admitted = (FormVerdict.Admitted) guard.check(form, sent);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> once(admitted, () -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(guard.check(form, sent)).isEqualTo(admitted);
        assertThat(once(admitted, () -> "done")).isEqualTo("done");
    }

    @Test
    void whoSendsTooMuchIsHeldBackSoonerWithoutProofAndTheChainSaysSoOnce() throws Exception {
        GuardedForm open = guard.open(form);
        String sum = String.valueOf(open.first() + open.second());
        for (int time = 0; time < 8; time++) {
            assertThat(guard.check(form, sent(open, "", sum, ""))).isInstanceOf(FormVerdict.Admitted.class);
        }
        for (int time = 0; time < 50; time++) {
            assertThat(guard.check(form, sent(open, "", sum, "")))
                    .isEqualTo(new FormVerdict.Refused("site.guard.often"));
        }
        assertThat(guard.check(form, sent(open, proof(open.challenge()), "", "")))
                .as("a proof has a limit of its own")
                .isInstanceOf(FormVerdict.Admitted.class);
        MockHttpServletRequest neighbour = sent(open, "", sum, "");
        neighbour.setRemoteAddr("203.0.113." + number);
        assertThat(guard.check(form, neighbour)).isInstanceOf(FormVerdict.Admitted.class);
        assertThat(recorded("site.limit:form-without-proof:" + form)).isEqualTo(1);
    }

    @Test
    void aThousandGuessesOfACodeAreRefusedAndRecordedOnce() {
        String what = "guess" + number;
        int admitted = 0;
        for (int guess = 0; guess < 1_000; guess++) {
            admitted += guessing.admits(what, "20160001", address) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(10);
        assertThat(recorded("site.limit:code:" + what)).isEqualTo(1);

        for (int guess = 0; guess < 1_000; guess++) {
            assertThat(guessing.admits(what, "20160002", "203.0." + guess / 250 + "." + guess % 250))
                    .as("from everywhere, for one number, which stays open to its applicant")
                    .isTrue();
        }
        assertThat(recorded("site.limit:code-of-one:" + what)).isEqualTo(1);
    }

    @Test
    void theRightCodeForgetsTheWrongOnesAndNeighboursOfIpv6CountTogether() {
        String what = "right" + number;
        for (int time = 0; time < 9; time++) {
            assertThat(guessing.admits(what, "1", "2001:db8:0:1::" + time)).isTrue();
        }
        guessing.right(what, "1", "2001:db8:0:1::ffff");
        for (int time = 0; time < 10; time++) {
            assertThat(guessing.admits(what, "1", "2001:db8:0:1::" + time)).isTrue();
        }
        assertThat(guessing.admits(what, "1", "2001:db8:0:1::1")).isFalse();
        assertThat(guessing.admits(what, "1", "2001:db8:0:2::1")).isTrue();
    }

    /** The worker is given known challenges, in a browser, under the site's own content security policy. */
    @Test
    void theScriptFindsTheNumberInABrowser() {
        GuardedForm open = guard.open(form);
        Page page = Browser.desk();
        try {
            page.navigate("http://localhost:" + port + "/about");
            Object found = page.evaluate(
                    """
                    (asked) => new Promise((resolve) => {
                        const worker = new Worker("/assets/guard-worker.js");
                        worker.onmessage = ({data}) => resolve(data);
                        worker.onerror = () => resolve("failed");
                        worker.postMessage(asked);
                    })
                    """,
                    java.util.Map.of(
                            "challenge", open.challenge().challenge(),
                            "salt", open.challenge().salt(),
                            "most", (int) open.challenge().most()));
            assertThat(guard.check(form, sent(open, encoded(open.challenge(), ((Number) found).longValue()), "", "")))
                    .isInstanceOf(FormVerdict.Admitted.class);
        } finally {
            page.context().close();
        }
    }

    private long recorded(String subject) {
        return jdbc.sql("select count(*) from audit.entry where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private String once(FormVerdict.Admitted form, java.util.function.Supplier<String> work) {
        return new TransactionTemplate(transactions).execute(status -> guard.once(form, work));
    }

    private MockHttpServletRequest sent(GuardedForm open, String proof, String answer, String website) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/test");
        request.setRemoteAddr(address);
        request.setParameter("guard-token", open.token());
        request.setParameter("guard-proof", proof);
        request.setParameter("guard-answer", answer);
        request.setParameter("guard-website", website);
        return request;
    }

    private static String proof(GuardedForm.Challenge challenge) throws Exception {
        return encoded(
                challenge,
                Altcha.solveChallenge(
                                challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.most(), 0)
                        .number);
    }

    private static String encoded(GuardedForm.Challenge challenge, long number) {
        String payload = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "algorithm", challenge.algorithm(),
                        "challenge", challenge.challenge(),
                        "number", number,
                        "salt", challenge.salt(),
                        "signature", challenge.signature()));
        return Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    }
}
