package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.AccessTokens.Issue;
import org.yangguang.account.internal.TokenTable;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Remark;
import org.yangguang.testing.Console;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;
import picocli.CommandLine;

@YangguangTest
class AccessTokenTests {

    private static final String ADDRESS = "/api/v1/organs?size=1";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccessTokens tokens;

    @Autowired
    TokenTable table;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountOffice office;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    private Organ root;
    private Officer officer;

    @BeforeEach
    void anOfficer() {
        root = organs.root();
        officer = officers.in(root.id(), Role.HANDLER);
    }

    @Test
    void aTokenOpensTheInterfaceUntilItIsRevoked() throws Exception {
        Issue.Issued issued = issue(TokenScope.DISCLOSURES_READ_INTERNAL);

        mvc.perform(get(ADDRESS).header("Authorization", "Bearer " + issued.secret()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        assertThat(tokens.of(officer.id()).get(0).lastUsedAt()).isNotNull();

        tokens.revoke(officer.id(), issued.token().id());
        refused("Bearer " + issued.secret());
    }

    @Test
    void aTokenThatDoesNotWorkIsRefusedAndNotIgnored() throws Exception {
        refused("Bearer nonsense");
        refused("Bearer yg_" + "A".repeat(43));
        refused("Bearer ");
        refused("Basic YTpi");
    }

    @Test
    void aTokenExpires() {
        MovableClock clock = new MovableClock(java.time.Instant.parse("2026-03-02T01:00:00Z"));
        AccessTokens then = new AccessTokens(table, accounts, audit, clock);
        Issue.Issued issued = (Issue.Issued)
                transaction.execute(running -> then.issue(officer.id(), "short", Set.of(TokenScope.AUDIT_EXPORT), 1));

        clock.forward(Duration.ofDays(1).minusSeconds(1));
        assertThat(then.principal(issued.secret())).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(then.principal(issued.secret())).isEmpty();
    }

    @Test
    void aTokenLivesAYearAtMostAndHasAPurposeAndAScope() {
        assertThat(tokens.issue(officer.id(), " ", Set.of(), 366))
                .isInstanceOfSatisfying(Issue.Refused.class, refused -> assertThat(refused.reasons())
                        .extracting(Remark::key)
                        .containsExactly(
                                "account.refused.token-name",
                                "account.refused.token-scopes",
                                "account.refused.token-days"));
        assertThat(tokens.issue(officer.id(), "x", EnumSet.allOf(TokenScope.class), 0))
                .isInstanceOf(Issue.Refused.class);
        assertThat(tokens.issue(officer.id(), "x", EnumSet.allOf(TokenScope.class), 365))
                .isInstanceOf(Issue.Issued.class);
    }

    @Test
    void theDatabaseKnowsOnlyItsHash() {
        String secret = issue(TokenScope.AUDIT_EXPORT).secret();

        assertThat(secret).hasSizeGreaterThanOrEqualTo(46);
        assertThat(jdbc.sql("select token_hash from account.token where account_id = ?")
                        .param(officer.id().value())
                        .query(String.class)
                        .list())
                .allSatisfy(hash -> assertThat(hash).hasSize(64).doesNotContain(secret));
    }

    @Test
    void aTokenEndsWithItsAccount() throws Exception {
        String secret = issue(TokenScope.AUDIT_EXPORT).secret();
        office.lock(officers.in(root.id(), Role.SECURITY_ADMINISTRATOR), officer.id());

        refused("Bearer " + secret);
    }

    @Test
    void aTokenAllowsItsScopesAndNothingOfTheConsole() throws Exception {
        String secret = issue(TokenScope.AUDIT_EXPORT).secret();
        OfficerPrincipal principal = tokens.principal(secret).orElseThrow();
        SignedIn signedIn = new SignedIn();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, java.util.List.of()));
        try {
            assertThat(signedIn.officer()).isEmpty();
            assertThat(signedIn.officer(TokenScope.AUDIT_EXPORT))
                    .get()
                    .extracting(Officer::id)
                    .isEqualTo(officer.id());
            assertThat(signedIn.officer(TokenScope.DISCLOSURES_READ_INTERNAL)).isEmpty();
        } finally {
            SecurityContextHolder.clearContext();
        }
        mvc.perform(get("/console/account").header("Authorization", "Bearer " + secret))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void anUnknownWriteNeedsATokenAndNoFormToken() throws Exception {
        mvc.perform(post("/api/v1/organs"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.status").value(401));
    }

    @Test
    void anOfficerIssuesATokenAtTheConsoleAndSeesItOnce() throws Exception {
        Console console = Console.of(mvc, officer);

        console.submit("/console/account/tokens", "name", "公文系统", "days", "30", "scope", "audit:export")
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("yg_")));
        console.open("/console/account")
                .andExpect(content().string(Matchers.containsString("公文系统")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(">yg_"))));
        console.submit("/console/account/tokens", "name", "", "days", "1000").andExpect(status().is(422));
        long id = tokens.of(officer.id()).get(0).id();
        console.submit("/console/account/tokens/" + id + "/revoke").andExpect(redirectedUrl("/console/account"));
        assertThat(tokens.of(officer.id()).get(0).revokedAt()).isNotNull();
    }

    @Test
    void nobodyRevokesSomebodyElsesToken() throws Exception {
        Issue.Issued issued = issue(TokenScope.AUDIT_EXPORT);

        Console.of(mvc, officers.in(root.id(), Role.HANDLER))
                .submit("/console/account/tokens/" + issued.token().id() + "/revoke");

        assertThat(tokens.principal(issued.secret())).isPresent();
    }

    @Test
    void theCommandLineIssuesATokenAndSaysWhatIsWrong() {
        StringWriter out = new StringWriter();
        int done = command(out).execute("--login", officer.login(), "--scope", "audit:export", "--days", "7");

        assertThat(done).isZero();
        assertThat(tokens.principal(out.toString().strip())).isPresent();

        StringWriter err = new StringWriter();
        CommandLine mistaken = command(new StringWriter());
        mistaken.setErr(new PrintWriter(err, true));
        assertThat(mistaken.execute("--login", "no-one-here", "--scope", "everything", "--days", "400"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no-one-here", "everything", "365");
    }

    private CommandLine command(StringWriter out) {
        CommandLine command = new CommandLine(new TokenCreate(tokens, accounts));
        command.setOut(new PrintWriter(out, true));
        return command;
    }

    private Issue.Issued issue(TokenScope scope) {
        return (Issue.Issued) tokens.issue(officer.id(), "test", Set.of(scope), 30);
    }

    private void refused(String header) throws Exception {
        mvc.perform(get(ADDRESS).header("Authorization", header))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.title").value("Unauthorized"));
    }
}
