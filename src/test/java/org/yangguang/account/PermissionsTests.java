package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class PermissionsTests {

    @Autowired
    Permissions permissions;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @ParameterizedTest
    @EnumSource
    void aGrantHoldsForItsRoleInItsOrganAndAllBelowAndNowhereElse(Role granted) {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Organ station = organs.below(bureau);
        Organ aside = organs.below(root);
        Organ elsewhere = organs.root();
        Officer officer = officers.in(bureau.id(), granted);

        for (Role role : Role.values()) {
            boolean same = role == granted;
            assertThat(permissions.holds(officer, role, bureau.id())).isEqualTo(same);
            assertThat(permissions.holds(officer, role, station.id())).isEqualTo(same);
            assertThat(permissions.holds(officer, role, root.id())).isFalse();
            assertThat(permissions.holds(officer, role, aside.id())).isFalse();
            assertThat(permissions.holds(officer, role, elsewhere.id())).isFalse();
        }
        assertThat(permissions.organsWith(officer, Role.values())).containsExactlyInAnyOrder(bureau.id(), station.id());
    }
}
