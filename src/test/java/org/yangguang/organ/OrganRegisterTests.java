package org.yangguang.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
@RecordApplicationEvents
class OrganRegisterTests {

    private static final LocalDate DAY = LocalDate.of(2016, 7, 1);

    @Autowired
    OrganRegister register;

    @Autowired
    RegionRegister regions;

    @Autowired
    Organs organs;

    @Autowired
    OrganHistory history;

    @Autowired
    TestOrgans given;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSubtreeIsTheOrganAndAllBelowIt() {
        Organ root = given.root();
        Organ bureau = given.below(root);
        Organ station = given.below(bureau);
        Organ other = given.below(root);

        assertThat(organs.subtree(bureau.id())).containsExactlyInAnyOrder(bureau.id(), station.id());
        assertThat(organs.subtree(root.id())).contains(bureau.id(), station.id(), other.id());
        assertThat(organs.within(station.id(), Set.of(other.id()))).isFalse();
        assertThat(organs.subtree(new OrganId(-1))).isEmpty();
    }

    @Test
    void treeOrderShowsAnOrganThenAllBelowItThenItsSibling() {
        Organ root = given.root();
        Organ first = given.below(root);
        Organ second = given.below(root);
        Organ belowFirst = given.below(first);

        assertThat(organs.all().stream().filter(each -> each.path().startsWith(root.path())))
                .extracting(Organ::id)
                .containsExactly(root.id(), first.id(), belowFirst.id(), second.id());
    }

    @Test
    void anOldDocumentKeepsTheNameOfItsDay() {
        Organ organ = given.below(given.root());

        assertChanged(register.rename(organ.id(), organ.version(), "新名称局", "新名", null, DAY));

        assertThat(given.now(organ).name()).isEqualTo("新名称局");
        assertThat(history.nameOn(organ.id(), DAY.minusDays(1)))
                .get()
                .extracting(OrganHistory.Name::name)
                .isEqualTo(organ.name());
        assertThat(history.nameOn(organ.id(), DAY))
                .get()
                .extracting(OrganHistory.Name::name)
                .isEqualTo("新名称局");
        assertThat(history.nameOn(organ.id(), LocalDate.of(1999, 1, 1)))
                .get()
                .extracting(OrganHistory.Name::name)
                .isEqualTo(organ.name());
        assertThat(events.stream(OrganRenamed.class)).hasSize(1);
    }

    @Test
    void aNameCannotBeginBeforeTheOneItReplacesNorInTheFuture() {
        Organ organ = given.below(given.root());

        assertRefused(
                register.rename(organ.id(), organ.version(), " ", "新", null, LocalDate.of(2001, 1, 1)),
                "organ.refused.name",
                "organ.refused.date-early");
        assertRefused(
                register.rename(organ.id(), organ.version(), "新", "新", null, LocalDate.of(2999, 1, 1)),
                "organ.refused.date-future");
    }

    @Test
    void aMergedOrganIsSucceededAndItsSuccessorsSuccessorAnswersForBoth() {
        Organ root = given.root();
        Organ industry = given.below(root);
        Organ commerce = given.below(root);
        Organ market = given.below(root);

        assertChanged(register.merge(industry.id(), industry.version(), commerce.id(), DAY));
        assertChanged(register.merge(commerce.id(), commerce.version(), market.id(), DAY.plusYears(1)));

        assertThat(given.now(industry).open()).isFalse();
        assertThat(given.now(industry).successor()).isEqualTo(commerce.id());
        assertThat(history.today(industry.id())).get().extracting(Organ::id).isEqualTo(market.id());
        assertThat(history.predecessors(market.id())).extracting(Organ::id).containsExactly(commerce.id());
        assertThat(history.nameOn(industry.id(), DAY.plusYears(3)))
                .get()
                .extracting(OrganHistory.Name::name)
                .isEqualTo(industry.name());
    }

    @Test
    void anOrganWithOpenOnesBelowNeitherClosesNorMerges() {
        Organ root = given.root();
        Organ bureau = given.below(root);
        Organ other = given.below(root);
        Organ station = given.below(bureau);

        assertRefused(register.close(bureau.id(), bureau.version(), DAY), "organ.refused.open-below");
        assertRefused(
                register.merge(bureau.id(), bureau.version(), station.id(), DAY),
                "organ.refused.merge-target",
                "organ.refused.open-below");

        assertChanged(register.move(station.id(), station.version(), other.id()));
        assertChanged(register.close(bureau.id(), bureau.version(), DAY));
        assertRefused(
                register.changeContact(bureau.id(), given.now(bureau).version(), Contact.NONE), "organ.refused.closed");
    }

    @Test
    void theRootStays() {
        Organ root = given.root();

        assertRefused(register.close(root.id(), root.version(), DAY), "organ.refused.root");
    }

    @Test
    void aMovedOrganTakesEverythingBelowAlong() {
        Organ root = given.root();
        Organ bureau = given.below(root);
        Organ station = given.below(bureau);
        Organ room = given.below(station);
        Organ other = given.below(root);

        assertChanged(register.move(station.id(), station.version(), other.id()));

        assertThat(organs.subtree(other.id())).containsExactlyInAnyOrder(other.id(), station.id(), room.id());
        assertThat(organs.subtree(bureau.id())).containsExactly(bureau.id());
        assertThat(given.now(room).path()).startsWith(given.now(station).path());
        assertRefused(register.move(other.id(), other.version(), given.now(room).id()), "organ.refused.move-target");
    }

    @Test
    void everyReasonAgainstAFoundingIsNamedAtOnce() {
        Organ taken = given.root();

        OrganResult result = register.propose(new OrganRegister.Founding(
                new OrganId(-1),
                "000000",
                OrganKind.DEPARTMENT,
                taken.code(),
                "",
                "",
                null,
                0,
                DAY,
                new Contact("", "22100", "call us", "", "nobody", "")));

        assertRefused(
                result,
                "organ.refused.name",
                "organ.refused.region",
                "organ.refused.code-taken",
                "organ.refused.parent",
                "organ.refused.post-code",
                "organ.refused.email",
                "organ.refused.phone");
        assertThatThrownBy(() -> register.found(new OrganRegister.Founding(
                        null, "000000", OrganKind.DEPARTMENT, "?", "", "", null, 0, DAY, Contact.NONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongCheckCharacterIsOnlyAWarning() {
        assertThat(OrganCode.warnings("D2143569X")).isEmpty();
        assertThat(OrganCode.warnings("D21435690")).extracting(Remark::key).containsExactly("organ.warning.code-check");
        assertThat(OrganCode.warnings("91350100M000100Y43")).isEmpty();
        assertThat(OrganCode.warnings("91350100M000100Y44")).hasSize(1);
        assertThat(OrganCode.normal(" d2143569-x ")).isEqualTo("D2143569X");
    }

    @Test
    void ofTwoAdministratorsAtOnceOneIsToldToLookAgain() throws Exception {
        Organ organ = given.below(given.root());
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<OrganResult> first = () -> register.rename(organ.id(), organ.version(), "甲", "甲", null, DAY);
        Callable<OrganResult> second = () -> register.rename(organ.id(), organ.version(), "乙", "乙", null, DAY);

        List<Future<OrganResult>> results = two.invokeAll(List.of(first, second));
        two.shutdown();

        List<OrganResult> both = List.of(results.get(0).get(), results.get(1).get());
        assertThat(both).filteredOn(OrganResult.Changed.class::isInstance).hasSize(1);
        assertRefused(
                both.stream()
                        .filter(OrganResult.Refused.class::isInstance)
                        .findFirst()
                        .orElseThrow(),
                "organ.refused.version",
                "organ.refused.date-early");
        assertThat(history.names(organ.id())).hasSize(2);
    }

    @Test
    void aNewContactBlockIsAnnouncedOnce() {
        Organ organ = given.below(given.root());
        Contact contact = new Contact("泉山区某路1号", "221006", "0516-00000000", "", "office@example.org", "9:00-17:00");

        assertChanged(register.changeContact(organ.id(), organ.version(), contact));
        assertChanged(register.changeContact(organ.id(), given.now(organ).version(), contact));

        assertThat(events.stream(OrganContactChanged.class)).hasSize(1);
        assertThat(given.now(organ).contactChangedAt()).isAfter(organ.contactChangedAt());
    }

    @Test
    void aTransactionThatIsUndoneLeavesNoOrganInMemory() {
        Organ root = given.root();
        OrganId undone = transaction.execute(running -> {
            OrganId id = given.below(root).id();
            assertThat(organs.subtree(root.id())).contains(id);
            running.setRollbackOnly();
            return id;
        });

        assertThat(organs.find(undone)).isEmpty();
    }

    @Test
    void whatAnotherNodeChangesIsSeenWithinAboutASecond() {
        Organ organ = given.below(given.root());
        organs.find(organ.id());

        transaction.executeWithoutResult(running -> {
            jdbc.sql("update organ.revision set number = number + 1").update();
            jdbc.sql("update organ.organ set short_name = '他处改' where id = ?")
                    .param(organ.id().value())
                    .update();
        });

        long until = System.nanoTime() + 3_000_000_000L;
        while (!given.now(organ).shortName().equals("他处改") && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(given.now(organ).shortName()).isEqualTo("他处改");
    }

    @Test
    void onlyASystemAdministratorAboveChangesTheTree() {
        Organ root = given.root();
        Organ bureau = given.below(root);
        Organ other = given.below(root);
        for (Role role : Role.values()) {
            boolean may = role == Role.SYSTEM_ADMINISTRATOR;
            signIn(officers.in(bureau.id(), role));

            Organ now = given.now(bureau);
            OrganResult here = register.describe(
                    bureau.id(),
                    now.version(),
                    new OrganRegister.Description(
                            now.regionCode(), now.kind(), now.code(), "简称" + role, null, now.position()));
            OrganResult there = register.close(other.id(), other.version(), DAY);

            assertThat(here).isInstanceOf(may ? OrganResult.Changed.class : OrganResult.Refused.class);
            assertRefused(there, "organ.refused.not-allowed");
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void disclosureOfficesKeepTheContactBlocksBelowThem() {
        Organ root = given.root();
        Organ bureau = given.below(root);
        Organ other = given.below(root);
        Set<Role> keepers = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
        for (Role role : Role.values()) {
            signIn(officers.in(bureau.id(), role));

            OrganResult here = register.changeContact(
                    bureau.id(), given.now(bureau).version(), new Contact(role.name(), "", "", "", "", ""));
            OrganResult there = register.changeContact(other.id(), other.version(), Contact.NONE);

            assertThat(here)
                    .isInstanceOf(keepers.contains(role) ? OrganResult.Changed.class : OrganResult.Refused.class);
            assertRefused(there, "organ.refused.not-allowed");
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void regionsCarryCodesOfTheStandardAndLieInEachOther() {
        assertThat(regions.add(new Region("98", null, "")))
                .extracting(Remark::key)
                .containsExactly("organ.refused.region-code", "organ.refused.region-name");
        assertThat(regions.add(new Region("980000", null, "省"))).isEmpty();
        assertThat(regions.add(new Region("980300", "980000", "市"))).isEmpty();
        assertThat(regions.add(new Region("980311", "980300", "区"))).isEmpty();
        assertThat(regions.add(new Region("980311001", "980311", "街道"))).isEmpty();
        assertThat(regions.add(new Region("970311", "980300", "区")))
                .extracting(Remark::key)
                .containsExactly("organ.refused.region-within");
        assertThat(regions.remove("980300")).extracting(Remark::key).containsExactly("organ.refused.region-below");
        assertThat(regions.rename("980311001", "和平街道")).isEmpty();
        assertThat(organs.region("980311001")).get().extracting(Region::name).isEqualTo("和平街道");
        assertThat(regions.remove("980311001")).isEmpty();
        assertThat(organs.region("980311001")).isEmpty();
    }

    private static void signIn(Officer officer) {
        SecurityContextHolder.getContext().setAuthentication(Officers.authentication(officer));
    }

    private static void assertChanged(OrganResult result) {
        assertThat(result).isInstanceOf(OrganResult.Changed.class);
    }

    private static void assertRefused(OrganResult result, String... keys) {
        assertThat(result).isInstanceOfSatisfying(OrganResult.Refused.class, refused -> assertThat(refused.reasons())
                .extracting(Remark::key)
                .contains(keys));
    }
}
