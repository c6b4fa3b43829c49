package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AccountPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @Autowired
    Accounts accounts;

    private Organ root;
    private Organ bureau;
    private Officer administrator;
    private Console console;

    @BeforeEach
    void anAdministratorAtTheConsole() throws Exception {
        root = organs.root();
        bureau = organs.below(root);
        administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        console = Console.of(mvc, administrator);
    }

    @Test
    void theListFindsAccountsByNameOrganRoleAndState() throws Exception {
        Officer handler = officers.in(bureau.id(), Role.HANDLER);
        Officer leader = officers.in(root.id(), Role.LEADER);
        Officer stranger = officers.in(organs.root().id(), Role.HANDLER);

        shows("/console/accounts", handler, leader);
        hides("/console/accounts", stranger);
        shows("/console/accounts?role=HANDLER", handler);
        hides("/console/accounts?role=HANDLER", leader);
        shows("/console/accounts?organ=" + bureau.id().value(), handler);
        hides("/console/accounts?organ=" + bureau.id().value(), leader);
        shows("/console/accounts?q=" + leader.login().toUpperCase(java.util.Locale.ROOT), leader);
        hides("/console/accounts?state=LOCKED", handler);
        console.open("/console/accounts/" + stranger.id().value()).andExpect(status().isNotFound());
    }

    @Test
    void anAccountIsOpenedGrantedLockedAndRestoredThroughItsPages() throws Exception {
        String login = "page-" + administrator.login();
        console.submit("/console/accounts", "login", login, "name", "新人", "organ", id(bureau))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("class=\"secret\"")));
        AccountId opened = accounts.byLogin(login).orElseThrow().id();
        String here = "/console/accounts/" + opened.value();

        console.submit(here + "/grant", "role", "SECRECY_OFFICER", "organ", id(bureau))
                .andExpect(redirectedUrl(here));
        console.submit(here + "/grant", "role", "SECRECY_OFFICER", "organ", id(bureau))
                .andExpect(status().is(422));
        assertThat(accounts.find(opened).orElseThrow().grants()).hasSize(1);
        console.submit(here + "/revoke", "role", "SECRECY_OFFICER", "organ", id(bureau))
                .andExpect(redirectedUrl(here));
        console.submit(here, "version", "1", "name", "改名", "organ", id(root)).andExpect(redirectedUrl(here));
        console.submit(here, "version", "1", "name", "再改", "organ", id(root)).andExpect(status().is(422));
        console.submit(here + "/lock").andExpect(redirectedUrl(here));
        console.open(here).andExpect(content().string(Matchers.containsString("state-locked")));
        console.submit(here + "/unlock").andExpect(redirectedUrl(here));
        console.submit(here + "/disable").andExpect(redirectedUrl(here));
        console.submit(here + "/reset-password")
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("class=\"secret\"")));
    }

    @Test
    void theOwnPageOffersNothingToChange() throws Exception {
        console.open("/console/accounts/" + administrator.id().value())
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("/grant\""))));
    }

    private void shows(String address, Officer... wanted) throws Exception {
        for (Officer officer : wanted) {
            console.open(address).andExpect(content().string(Matchers.containsString(">" + officer.login() + "<")));
        }
    }

    private void hides(String address, Officer officer) throws Exception {
        console.open(address)
                .andExpect(content().string(Matchers.not(Matchers.containsString(">" + officer.login() + "<"))));
    }

    private static String id(Organ organ) {
        return Long.toString(organ.id().value());
    }
}
