package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.FirstAdministrator.Founders;
import org.yangguang.account.FirstAdministrator.Outcome;
import org.yangguang.account.FirstAdministrator.Person;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;
import org.yangguang.organ.Remark;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

/** Each test empties the installation in a transaction that is undone at its end. */
@YangguangTest
class FirstAdministratorTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Accounts accounts;

    @Autowired
    Organs organs;

    @Autowired
    OrganRegister register;

    @Autowired
    TestOrgans given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theLinkGivesThreePeopleTheThreeRolesAndThenWorksNoMore() {
        inAnEmptyInstallation(() -> {
            String token = token();
            Outcome outcome = first.found(token, founders("security", "system", "audit", "清风徐来水波不兴举酒属客"));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Founded.class, founded -> assertThat(founded.passwords())
                    .extracting(AccountResult.OneTimePassword::login)
                    .containsExactly("system", "audit"));
            assertThat(organs.byCode("014000000")).isPresent();
            assertThat(organs.region("320311")).isPresent();
            assertThat(List.of("security", "system", "audit"))
                    .map(login -> accounts.byLogin(login).orElseThrow().grants().stream()
                            .map(Officer.Grant::role)
                            .toList())
                    .containsExactly(
                            List.of(Role.SECURITY_ADMINISTRATOR),
                            List.of(Role.SYSTEM_ADMINISTRATOR),
                            List.of(Role.AUDIT_ADMINISTRATOR));
            assertThat(first.opens(token)).isFalse();
            assertThat(first.link()).isEmpty();
        });
    }

    @Test
    void oneAndTheSamePersonCannotBeTwoOfThem() {
        inAnEmptyInstallation(() -> {
            String token = token();
            Outcome outcome = first.found(token, founders("same", "SAME", "audit", "short"));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reasons())
                    .extracting(Remark::key)
                    .contains("account.refused.three-people", "account.refused.password-length"));
        });
    }

    @Test
    void aNewLinkReplacesTheOldOne() {
        inAnEmptyInstallation(() -> {
            String old = token();
            String fresh = token();

            assertThat(first.opens(old)).isFalse();
            assertThat(first.opens(fresh)).isTrue();
            assertThat(first.opens("guess")).isFalse();
        });
    }

    @Test
    void thePageAsksForThemAndShowsTheOneTimePasswordsOnce() {
        inAnEmptyInstallation(() -> {
            String token = token();
            mvc.perform(get("/console/first-administrator").param("token", token))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("name=\"organCode\"")));
            mvc.perform(post("/console/first-administrator")
                            .with(csrf())
                            .param("token", token)
                            .param("securityLogin", "security")
                            .param("securityName", "甲")
                            .param("password", "清风徐来水波不兴举酒属客")
                            .param("passwordAgain", "清风徐来水波不兴举酒属客")
                            .param("systemLogin", "system")
                            .param("systemName", "乙")
                            .param("auditLogin", "audit")
                            .param("auditName", "丙")
                            .param("regionCode", "320311")
                            .param("regionName", "泉山区")
                            .param("organCode", "014000000")
                            .param("organName", "泉山区人民政府"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("class=\"secret\"")));
        });
    }

    @Test
    void whereThereAreAccountsThereIsNoLink() throws Exception {
        given.root();
        mvc.perform(get("/console/first-administrator").param("token", "x")).andExpect(status().isForbidden());
        mvc.perform(post("/console/first-administrator").with(csrf()).param("token", "x"))
                .andExpect(status().isForbidden());
    }

    private interface Work {
        void run() throws Exception;
    }

    private void inAnEmptyInstallation(Work work) {
        transaction.executeWithoutResult(running -> {
            running.setRollbackOnly();
            // A change of the tree makes this transaction read it from the database.
            register.addRegion(new Region("970000", null, "省"));
            for (String table : List.of(
                    "account.token",
                    "account.recovery_code",
                    "account.second_factor",
                    "account.known_address",
                    "account.account_grant",
                    "account.account",
                    "organ.organ_name",
                    "organ.organ",
                    "organ.region")) {
                jdbc.sql("delete from " + table).update();
            }
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String token() {
        return first.link().orElseThrow().replaceAll(".*token=", "");
    }

    private static Founders founders(String security, String system, String audit, String password) {
        return new Founders(
                new Person(security, "甲"),
                password,
                password,
                new Person(system, "乙"),
                new Person(audit, "丙"),
                "320311",
                "泉山区",
                "014000000",
                "泉山区人民政府");
    }
}
