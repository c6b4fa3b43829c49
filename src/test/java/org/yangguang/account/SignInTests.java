package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SignInTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @Autowired
    AccountOffice office;

    @Autowired
    AccountRegister register;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Organ root;
    private Officer officer;
    private Officer administrator;

    @BeforeEach
    void people() {
        jdbc.sql("delete from account.attempt").update();
        root = organs.root();
        officer = officers.in(root.id(), Role.HANDLER);
        administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
    }

    @Test
    void theRightPasswordLeadsToTheConsoleWithANewSessionId() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String fixed = before.getId();

        MvcResult result = mvc.perform(post("/console/sign-in")
                        .session(before)
                        .with(csrf())
                        .param("login", officer.login())
                        .param("password", "correct horse " + officer.login()))
                .andExpect(redirectedUrl("/console"))
                .andReturn();

        MockHttpSession session = (MockHttpSession) result.getRequest().getSession(false);
        assertThat(session).isNotNull();
        assertThat(session.getId()).isNotEqualTo(fixed);
        mvc.perform(get("/console/account").session(session)).andExpect(status().isOk());
    }

    @Test
    void theConsoleAsksToSignInAndLeadsBack() throws Exception {
        mvc.perform(get("/console/account?tab=tokens"))
                .andExpect(redirectedUrl("/console/sign-in?why=needed&back=%2Fconsole%2Faccount%3Ftab%3Dtokens"));
        mvc.perform(post("/console/sign-in")
                        .with(csrf())
                        .param("login", officer.login())
                        .param("password", "correct horse " + officer.login())
                        .param("back", "/console/account?tab=tokens"))
                .andExpect(redirectedUrl("/console/account?tab=tokens"));
    }

    @Test
    void signingInLeadsNowhereElse() throws Exception {
        for (String back : List.of(
                "https://evil.example/console",
                "//evil.example/console",
                "/console/..//evil.example",
                "/console/../",
                "/consoles",
                "/console\\evil",
                "/console/sign-in?why=x",
                "/console/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)")) {
            mvc.perform(post("/console/sign-in")
                            .with(csrf())
                            .param("login", officer.login())
                            .param("password", "correct horse " + officer.login())
                            .param("back", back))
                    .andExpect(redirectedUrl("/console"));
        }
    }

    @Test
    void anUnknownLoginAWrongPasswordAndALockedAccountAreAnsweredAlike() throws Exception {
        Officer locked = officers.in(root.id(), Role.HANDLER);
        office.lock(administrator, locked.id());

        String wrong = refusal(officer.login(), "wrong");
        String unknown = refusal("nobody-at-all", "wrong");
        String shut = refusal(locked.login(), "correct horse " + locked.login());

        assertThat(unknown.replace("nobody-at-all", officer.login())).isEqualTo(wrong);
        assertThat(shut.replace(locked.login(), officer.login())).isEqualTo(wrong);
    }

    @Test
    void anUnknownLoginTakesAsLongAsAWrongPassword() throws Exception {
        long known = 0;
        long unknown = 0;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            refusal(officers.in(root.id()).login(), "wrong");
            long middle = System.nanoTime();
            refusal("unknown-login-" + i, "wrong");
            known += middle - start;
            unknown += System.nanoTime() - middle;
        }
        assertThat((double) unknown / known).isBetween(0.1, 10.0);
    }

    @Test
    void tooManyFailuresAreToldToWaitAndWrittenDown() throws Exception {
        for (int i = 0; i < 5; i++) {
            refusal(officer.login(), "wrong " + i);
        }
        mvc.perform(post("/console/sign-in")
                        .with(csrf())
                        .param("login", officer.login())
                        .param("password", "correct horse " + officer.login()))
                .andExpect(status().is(429))
                .andExpect(header().exists("Retry-After"));

        assertThat(jdbc.sql("select count(*) from audit.entry where action = ? and subject = ?")
                        .params(
                                "account.sign-in-delayed",
                                "account.account:" + officer.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToSignInAndBackToItsPage() throws Exception {
        mvc.perform(post("/console/account/tokens").header("Referer", "https://site.example/console/account?x=1"))
                .andExpect(redirectedUrl("/console/sign-in?why=ended&back=%2Fconsole%2Faccount%3Fx%3D1"));
        mvc.perform(get("/console/sign-in?why=ended").header("Accept-Language", "zh-CN"))
                .andExpect(content().string(Matchers.containsString("登录已自动结束")));
    }

    @Test
    void aScriptIsToldWith401AndTheAddress() throws Exception {
        mvc.perform(post("/console/account/tokens").header("Sec-Fetch-Mode", "cors"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.signIn").value(Matchers.startsWith("/console/sign-in?why=ended")));
        mvc.perform(get("/console/account").header("HX-Request", "true").header("HX-Current-URL", "http://h/console/x"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/console/sign-in?why=needed&back=%2Fconsole%2Fx"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        Console console = Console.of(mvc, officer);

        mvc.perform(post("/console/account/tokens")
                        .session(console.session())
                        .param("name", "x")
                        .param("days", "1"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aRevokedGrantALockAndANewPasswordWorkInRunningSessions() throws Exception {
        Grant grant = new Grant(Role.SYSTEM_ADMINISTRATOR, root.id());
        office.grant(administrator, officer.id(), grant);
        Console console = Console.of(mvc, officer);
        console.open("/console/organs").andExpect(status().isOk());

        office.revoke(administrator, officer.id(), grant);
        console.open("/console/organs").andExpect(status().isForbidden());
        console.open("/console/account").andExpect(status().isOk());

        office.lock(administrator, officer.id());
        console.open("/console/account")
                .andExpect(redirectedUrl("/console/sign-in?why=changed&back=%2Fconsole%2Faccount"));
    }

    @Test
    void aOneTimePasswordMustBeChangedBeforeAnythingElse() throws Exception {
        AccountResult.OneTimePassword opened =
                (AccountResult.OneTimePassword) office.open(administrator, "first-" + officer.login(), "新人", root.id());
        Console console = new Console(mvc);
        console.signIn(opened.login(), opened.password()).andExpect(redirectedUrl("/console"));

        console.open("/console/account").andExpect(redirectedUrl("/console/account/password"));
        console.submit("/console/account/tokens", "name", "x", "days", "1")
                .andExpect(redirectedUrl("/console/account/password"));
        console.open("/console/account/password").andExpect(status().isOk());
        console.submit("/console/account/password", "current", opened.password(), "wanted", "short", "again", "other")
                .andExpect(status().is(422));
        console.submit(
                        "/console/account/password",
                        "current",
                        opened.password(),
                        "wanted",
                        "清风徐来水波不兴举酒属客",
                        "again",
                        "清风徐来水波不兴举酒属客")
                .andExpect(redirectedUrl("/console/account"));
        console.open("/console/account").andExpect(status().isOk());
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsAndKeepsThisOne() throws Exception {
        Console here = Console.of(mvc, officer);
        Console elsewhere = Console.of(mvc, officer);

        here.submit(
                        "/console/account/password",
                        "current",
                        "correct horse " + officer.login(),
                        "wanted",
                        "another sentence entirely",
                        "again",
                        "another sentence entirely")
                .andExpect(redirectedUrl("/console/account"));

        here.open("/console/account").andExpect(status().isOk());
        elsewhere.open("/console/account").andExpect(status().is3xxRedirection());
    }

    @Test
    void theFourthSessionEndsTheFirst() throws Exception {
        Console first = Console.of(mvc, officer);
        Console second = Console.of(mvc, officer);
        Console.of(mvc, officer);
        Console fourth = Console.of(mvc, officer);

        first.open("/console/account")
                .andExpect(redirectedUrl("/console/sign-in?why=elsewhere&back=%2Fconsole%2Faccount"));
        second.open("/console/account").andExpect(status().isOk());
        fourth.open("/console/account").andExpect(status().isOk());
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        Console console = Console.of(mvc, officer);
        MockHttpSession session = console.session();

        console.submit("/console/sign-out").andExpect(redirectedUrl("/console/sign-in?out"));

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSecondFactorIsAskedForAfterThePassword() throws Exception {
        Console console = Console.of(mvc, officer);
        console.open("/console/account/second-factor").andExpect(status().isOk());
        console.open("/console/account/second-factor/qr.png")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"));
        byte[] secret = secondFactor.pendingSecret(officer.id()).orElseThrow();
        console.submit("/console/account/second-factor", "code", "12345").andExpect(status().is(422));
        String recovery = console.submit("/console/account/second-factor", "code", code(secret))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String recoveryCode = recovery.replaceAll("(?s).*?<li><code>([a-z0-9-]{14})</code>.*", "$1");
        console.open("/console/account").andExpect(status().isOk());

        Console again = new Console(mvc);
        again.signIn(officer.login(), "correct horse " + officer.login())
                .andExpect(redirectedUrl("/console/sign-in/code"));
        again.open("/console/account").andExpect(status().is3xxRedirection());
        again.open("/console/sign-in/code").andExpect(status().isOk());
        again.submit("/console/sign-in/code", "code", code(secret)).andExpect(status().isUnauthorized());
        again.submit("/console/sign-in/code", "code", recoveryCode).andExpect(redirectedUrl("/console"));
        again.open("/console/account").andExpect(status().isOk());

        again.submit("/console/account/second-factor/remove", "password", "wrong")
                .andExpect(status().is(422));
        again.submit("/console/account/second-factor/remove", "password", "correct horse " + officer.login())
                .andExpect(redirectedUrl("/console/account"));
        assertThat(secondFactor.confirmed(officer.id())).isFalse();
    }

    @Test
    void theCodePageIsNothingWithoutAPasswordBefore() throws Exception {
        mvc.perform(post("/console/sign-in/code").with(csrf()).param("code", "123456"))
                .andExpect(redirectedUrl("/console/sign-in?why=ended"));
    }

    private String refusal(String login, String password) throws Exception {
        String page = mvc.perform(post("/console/sign-in")
                        .with(csrf())
                        .param("login", login)
                        .param("password", password))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String code(byte[] secret) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant());
    }
}
