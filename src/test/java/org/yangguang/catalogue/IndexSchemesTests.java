package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.catalogue.GuidesTests.reasons;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class IndexSchemesTests {

    @Autowired
    IndexSchemes schemes;

    @Autowired
    IndexNumbers numbers;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    Clock clock;

    @Test
    void anOrganGetsASchemeOfItsOwnFromADayOn() {
        Organ organ = organs.root();
        Officer keeper = officers.in(organ.id(), Role.SYSTEM_ADMINISTRATOR);
        LocalDate today = LocalDate.now(clock);
        assertThat(numbers.issue(organ.id(), 2016)).isEqualTo(organ.code() + "/2016-00001");

        schemes.add(keeper, organ.id(), "{organ}〔{yyyy}〕第-{3}", today.plusDays(1));
        assertThat(numbers.issue(organ.id(), 2016)).isEqualTo(organ.code() + "/2016-00002");

        schemes.add(keeper, organ.id(), "{organ}.{yyyy}.{3}", today);
        assertThat(numbers.issue(organ.id(), 2016)).isEqualTo(organ.code() + ".2016.001");
        assertThat(numbers.issue(organ.id(), 2017)).isEqualTo(organ.code() + ".2017.001");
    }

    @Test
    void organsThatShareAPrefixAreCountedTogether() {
        Organ first = organs.root();
        Organ second = organs.root();
        Officer keeper = officers.in(first.id(), Role.DISTRICT_OFFICE);
        String pattern = "共" + first.code() + "/{yyyy}-{4}";
        schemes.add(keeper, first.id(), pattern, LocalDate.now(clock));
        schemes.add(keeper, second.id(), pattern, LocalDate.now(clock));

        assertThat(numbers.issue(first.id(), 2016)).isEqualTo("共" + first.code() + "/2016-0001");
        assertThat(numbers.issue(second.id(), 2016)).isEqualTo("共" + first.code() + "/2016-0002");
    }

    @Test
    void everythingWrongWithASchemeIsToldAtOnce() {
        Organ organ = organs.root();
        Officer keeper = officers.in(organ.id(), Role.DISTRICT_OFFICE);

        assertThat(reasons(schemes.add(
                        keeper,
                        organ.id(),
                        "/{who}{5}{5} x",
                        LocalDate.now(clock).minusDays(1))))
                .containsExactlyInAnyOrder(
                        "catalogue.scheme.defect.serial",
                        "catalogue.scheme.defect.setOff",
                        "catalogue.scheme.defect.placeholder",
                        "catalogue.scheme.defect.year",
                        "catalogue.scheme.defect.signs",
                        "catalogue.scheme.defect.prefix",
                        "catalogue.scheme.refused.past");
    }

    @Test
    void twoSchemesOfAnOrganCannotBeginOnOneDay() {
        Organ organ = organs.root();
        Officer keeper = officers.in(organ.id(), Role.DISTRICT_OFFICE);
        LocalDate day = LocalDate.now(clock).plusDays(3);

        assertThat(schemes.add(keeper, organ.id(), "{organ}/{yyyy}/{5}", day).done())
                .isTrue();
        assertThat(reasons(schemes.add(keeper, organ.id(), "{organ}-{yyyy}-{5}", day)))
                .containsExactly("catalogue.scheme.refused.sameDay");
    }

    @Test
    void aDepartmentDoesNotChangeSchemes() {
        Organ organ = organs.below(organs.root());

        assertThat(reasons(schemes.add(
                        officers.in(organ.id(), Role.DISCLOSURE_OFFICE),
                        organ.id(),
                        "{organ}/{yyyy}-{5}",
                        LocalDate.now(clock))))
                .containsExactly("catalogue.refused.notKeeper");
    }

    @Test
    void theListShowsAnExampleOfEach() {
        assertThat(schemes.all().get(0).pattern()).isEqualTo("{organ}/{yyyy}-{5}");
        assertThat(schemes.all().get(0).example())
                .isEqualTo("01234567X/" + LocalDate.now(clock).getYear() + "-00001");
    }
}
