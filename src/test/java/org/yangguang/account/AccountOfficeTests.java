package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.internal.SignIn;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Remark;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AccountOfficeTests {

    private static final List<Role> THREE =
            List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    @Autowired
    AccountOffice office;

    @Autowired
    AccountRegister register;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @Autowired
    OrganRegister organRegister;

    @Autowired
    JdbcClient jdbc;

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Role first : Role.values()) {
            for (Role second : Role.values()) {
                pairs.add(Arguments.of(first, second));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noOnePersonIsTwoOfTheThreeAdministratorsInWhateverOrder(Role first, Role second) {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer officer = officers.in(bureau.id());
        boolean forbidden = first != second && THREE.contains(first) && THREE.contains(second);

        assertDone(office.grant(administrator, officer.id(), new Grant(first, bureau.id())));
        AccountResult result = office.grant(administrator, officer.id(), new Grant(second, root.id()));

        if (forbidden) {
            assertRefused(result, "account.refused.three-administrators");
            assertThatThrownBy(() -> register.open(
                            "two-" + officer.login(),
                            "甲",
                            root.id(),
                            "correct horse battery",
                            Set.of(new Grant(first, root.id()), new Grant(second, bureau.id()))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> jdbc.sql("""
                            insert into account.account_grant (account_id, role, organ_id, granted_at, granted_by)
                            values (?, ?, ?, now(), 'by hand')""")
                            .params(
                                    officer.id().value(),
                                    second.name(),
                                    root.id().value())
                            .update())
                    .as("past the program")
                    .isInstanceOf(DataIntegrityViolationException.class);
        } else {
            assertDone(result);
        }
    }

    @Test
    void afterTheFirstIsRevokedAnotherOfTheThreeMayBeGranted() {
        Organ root = organs.root();
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer officer = officers.in(root.id(), Role.SYSTEM_ADMINISTRATOR);

        assertDone(office.revoke(administrator, officer.id(), new Grant(Role.SYSTEM_ADMINISTRATOR, root.id())));
        assertDone(office.grant(administrator, officer.id(), new Grant(Role.AUDIT_ADMINISTRATOR, root.id())));
        assertRefused(
                office.grant(administrator, officer.id(), new Grant(Role.SYSTEM_ADMINISTRATOR, root.id())),
                "account.refused.three-administrators");
    }

    @Test
    void twoGrantsAtOnceDoNotSlipThrough() throws Exception {
        Organ root = organs.root();
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer officer = officers.in(root.id());
        ExecutorService two = Executors.newFixedThreadPool(2);

        List<Future<AccountResult>> results = two.invokeAll(List.of(
                () -> office.grant(administrator, officer.id(), new Grant(Role.SYSTEM_ADMINISTRATOR, root.id())),
                () -> office.grant(administrator, officer.id(), new Grant(Role.AUDIT_ADMINISTRATOR, root.id()))));
        two.shutdown();

        assertThat(List.of(results.get(0).get(), results.get(1).get()))
                .filteredOn(AccountResult.Done.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aSecurityAdministratorChangesNothingAboutTheirOwnAccount() {
        Organ root = organs.root();
        Officer self = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);

        assertRefused(office.grant(self, self.id(), new Grant(Role.LEADER, root.id())), "account.refused.own-account");
        assertRefused(
                office.revoke(self, self.id(), new Grant(Role.SECURITY_ADMINISTRATOR, root.id())),
                "account.refused.own-account");
        assertRefused(office.disable(self, self.id()), "account.refused.own-account");
        assertRefused(office.resetPassword(self, self.id()), "account.refused.own-account");
    }

    @Test
    void theLastSecurityAdministratorStays() {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Officer above = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer below = officers.in(bureau.id(), Role.SECURITY_ADMINISTRATOR);
        Officer second = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);

        assertDone(office.revoke(above, below.id(), new Grant(Role.SECURITY_ADMINISTRATOR, bureau.id())));
        assertDone(office.lock(above, second.id()));
        assertRefused(office.disable(second, above.id()), "account.refused.last-security-administrator");
        assertRefused(
                office.revoke(second, above.id(), new Grant(Role.SECURITY_ADMINISTRATOR, root.id())),
                "account.refused.last-security-administrator");
    }

    @Test
    void ofTwoSecurityAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
        Organ root = organs.root();
        Officer one = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer other = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        ExecutorService two = Executors.newFixedThreadPool(2);

        two.invokeAll(List.of(() -> office.disable(one, other.id()), () -> office.disable(other, one.id())));
        two.shutdown();

        assertThat(accounts.holders(Role.SECURITY_ADMINISTRATOR, root.id())).hasSize(1);
    }

    @Test
    void onlySecurityAdministratorsAboveLookAfterAnAccount() {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Organ other = organs.below(root);
        Officer officer = officers.in(bureau.id());
        for (Role role : Role.values()) {
            AccountResult here = office.lock(officers.in(bureau.id(), role), officer.id());
            AccountResult aside = office.lock(officers.in(other.id(), role), officer.id());

            assertThat(here)
                    .isInstanceOf(
                            role == Role.SECURITY_ADMINISTRATOR
                                    ? AccountResult.Done.class
                                    : AccountResult.Refused.class);
            assertRefused(aside, "account.refused.not-allowed");
        }
        assertRefused(
                office.grant(
                        officers.in(bureau.id(), Role.SECURITY_ADMINISTRATOR),
                        officer.id(),
                        new Grant(Role.LEADER, root.id())),
                "account.refused.organ-not-allowed");
    }

    @Test
    void everyReasonAgainstAnAccountIsNamedAtOnce() {
        Organ root = organs.root();
        Organ closed = organs.below(root);
        organRegister.close(closed.id(), closed.version(), java.time.LocalDate.of(2016, 1, 1));
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);

        assertRefused(
                office.open(administrator, "a", " ", closed.id()),
                "account.refused.login",
                "account.refused.name",
                "account.refused.organ-closed");
        assertRefused(
                office.open(administrator, administrator.login().toUpperCase(java.util.Locale.ROOT), "乙", root.id()),
                "account.refused.login-taken");
        assertRefused(
                office.open(administrator, "elsewhere", "乙", new OrganId(-5)),
                "account.refused.organ-not-allowed",
                "account.refused.organ-closed");
    }

    @Test
    void aNewAccountHasAOneTimePasswordThatItsOwnerMustChange() {
        Organ root = organs.root();
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);

        AccountResult.OneTimePassword opened = (AccountResult.OneTimePassword)
                office.open(administrator, "fresh-" + administrator.login(), "新人", root.id());

        assertThat(signIn.password(opened.login(), opened.password(), "192.0.2.50"))
                .isInstanceOf(SignIn.Outcome.Accepted.class);
        assertThat(signIn.officer(opened.account())).get().matches(officer -> officer.passwordDue());
    }

    @Test
    void aLockedAccountNeitherSignsInNorGoesOn() {
        Organ root = organs.root();
        Officer administrator = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer officer = officers.in(root.id(), Role.HANDLER);
        int epoch = signIn.officer(officer.id()).orElseThrow().sessionEpoch();

        assertDone(office.lock(administrator, officer.id()));
        assertThat(signIn.officer(officer.id())).isEmpty();
        assertThat(signIn.password(officer.login(), "correct horse " + officer.login(), "192.0.2.51"))
                .isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(accounts.holders(Role.HANDLER, root.id())).isEmpty();

        assertDone(office.unlock(administrator, officer.id()));
        assertThat(signIn.officer(officer.id()))
                .get()
                .matches(now -> now.sessionEpoch() != epoch, "sessions from before are over");
    }

    @Test
    void holdersAreThoseWhoAreGrantedTheRoleThereOrAbove() {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Officer above = officers.in(root.id(), Role.SECRECY_OFFICER);
        Officer there = officers.in(bureau.id(), Role.SECRECY_OFFICER);
        officers.in(organs.below(root).id(), Role.SECRECY_OFFICER);

        assertThat(accounts.holders(Role.SECRECY_OFFICER, bureau.id()))
                .extracting(Officer::id)
                .containsExactly(above.id(), there.id());
    }

    private static void assertDone(AccountResult result) {
        assertThat(result).isInstanceOf(AccountResult.Done.class);
    }

    private static void assertRefused(AccountResult result, String... keys) {
        assertThat(result).isInstanceOfSatisfying(AccountResult.Refused.class, refused -> assertThat(refused.reasons())
                .extracting(Remark::key)
                .contains(keys));
    }
}
