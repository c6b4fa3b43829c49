package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.catalogue.GuidesTests.reasons;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ColumnEditingTests {

    @Autowired
    Catalogue catalogue;

    @Autowired
    ColumnEditing editing;

    @Autowired
    VocabularyEditing vocabularies;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    Organ root;
    Officer keeper;

    @BeforeEach
    void aDistrict() {
        root = organs.root();
        keeper = officers.in(root.id(), Role.DISTRICT_OFFICE);
    }

    @Test
    void theDistrictAddsAColumnOfItsOwn() {
        Column added = added("statutory");

        assertThat(catalogue.columnByCode(added.code())).contains(added);
        assertThat(added.head()).isEqualTo(Column.Head.STATUTORY);
        assertThat(added.article20()).isNull();
        assertThat(added.keywords()).containsExactly("旧城", "改造");
    }

    @Test
    void everythingWrongWithAColumnIsToldAtOnce() {
        ColumnDraft wrong = new ColumnDraft(" ", null, Column.Type.NEWS, 90, "", List.of());

        assertThat(reasons(editing.add(keeper, id("statutory"), "Not A Code", wrong)))
                .containsExactlyInAnyOrder(
                        "catalogue.column.refused.code",
                        "catalogue.column.refused.noName",
                        "catalogue.column.refused.noDescription",
                        "catalogue.column.refused.inspection");
        assertThat(reasons(editing.add(keeper, new ColumnId(-1), "budgets", draft("预算"))))
                .containsExactlyInAnyOrder("catalogue.column.refused.noParent", "catalogue.column.refused.taken");
    }

    @Test
    void onlyTheDistrictOfficeAndTheSystemAdministratorOfARootOrganChangeTheCatalogue() {
        Officer department = officers.in(organs.below(root).id(), Role.DISTRICT_OFFICE);
        Officer handler = officers.in(root.id(), Role.HANDLER, Role.DISCLOSURE_OFFICE);
        Officer system = officers.in(root.id(), Role.SYSTEM_ADMINISTRATOR);

        for (Officer stranger : List.of(department, handler)) {
            assertThat(reasons(editing.add(stranger, id("statutory"), unique(), draft("新"))))
                    .containsExactly("catalogue.refused.notKeeper");
        }
        assertThat(editing.add(system, id("statutory"), unique(), draft("新")).done())
                .isTrue();
    }

    @Test
    void theFiveHeadsCanBeNeitherMovedNorClosed() {
        for (String head : List.of("guide", "rules", "statutory", "annual-reports", "on-request")) {
            assertThat(reasons(editing.move(keeper, id(head), id("budgets"))))
                    .as(head)
                    .contains("catalogue.column.refused.fixed");
            assertThat(reasons(editing.retire(keeper, id(head), null)))
                    .as(head)
                    .contains("catalogue.column.refused.fixed");
            assertThat(reasons(editing.shift(keeper, id(head), 1))).as(head).contains("catalogue.column.refused.fixed");
        }
    }

    @Test
    void theItemsOfArticle20StayWhereTheLawPutsThem() {
        List<Column> items = catalogue.children(id("statutory")).stream()
                .filter(each -> each.article20() != null)
                .toList();

        assertThat(items).hasSize(15).allSatisfy(each -> {
            assertThat(reasons(editing.retire(keeper, each.id(), null))).contains("catalogue.column.refused.article20");
            assertThat(reasons(editing.move(keeper, each.id(), id("annual-reports"))))
                    .contains("catalogue.column.refused.article20");
        });
    }

    @Test
    void aColumnMovesWithAllBelowItAndNeverBelowItself() {
        Column upper = added("statutory");
        Column lower = result(editing.add(keeper, upper.id(), unique(), draft("下级")));

        assertThat(reasons(editing.move(keeper, upper.id(), lower.id())))
                .contains("catalogue.column.refused.intoItself");
        Column moved = result(editing.move(keeper, upper.id(), id("budgets")));

        assertThat(moved.path())
                .startsWith(catalogue.columnByCode("budgets").orElseThrow().path());
        assertThat(catalogue.subtree(id("budgets"))).contains(upper.id(), lower.id());
        assertThat(catalogue.column(lower.id()).orElseThrow().path()).startsWith(moved.path());
    }

    @Test
    void theTreeHasFourLevelsAtMost() {
        Column second = added("statutory");
        Column third = result(editing.add(keeper, second.id(), unique(), draft("三级")));
        Column fourth = result(editing.add(keeper, third.id(), unique(), draft("四级")));

        assertThat(reasons(editing.add(keeper, fourth.id(), unique(), draft("五级"))))
                .containsExactly("catalogue.column.refused.deep");
    }

    @Test
    void columnsChangePlacesWithTheirNeighbours() {
        Column upper = added("on-request");
        Column first = result(editing.add(keeper, upper.id(), unique(), draft("甲")));
        Column second = result(editing.add(keeper, upper.id(), unique(), draft("乙")));

        editing.shift(keeper, second.id(), -1);

        assertThat(catalogue.children(upper.id())).extracting(Column::id).containsExactly(second.id(), first.id());
        assertThat(editing.shift(keeper, second.id(), -1).done()).isTrue();
    }

    @Test
    void aSecondEditorOfAColumnIsTold() {
        Column column = added("statutory");
        int seen = catalogue.version(column.id());

        assertThat(editing.change(keeper, column.id(), seen, draft("甲改的")).done())
                .isTrue();
        assertThat(editing.change(keeper, column.id(), seen, draft("乙改的")))
                .isInstanceOf(CatalogueOutcome.Overtaken.class);
        assertThat(catalogue.column(column.id()).orElseThrow().name()).isEqualTo("甲改的");
    }

    @Test
    void aColumnWithChildrenOrAnImpossibleSuccessorIsNotClosed() {
        Column upper = added("statutory");
        Column lower = result(editing.add(keeper, upper.id(), unique(), draft("下级")));

        assertThat(reasons(editing.retire(keeper, upper.id(), lower.id())))
                .contains("catalogue.column.refused.children", "catalogue.column.refused.successor");
        assertThat(reasons(editing.retire(keeper, lower.id(), id("annual-reports"))))
                .contains("catalogue.column.refused.successor");
    }

    @Test
    void theSubjectsOfArticle21AreAddedByLevelOnce() {
        boolean there = catalogue.columnByCode("township-irrigation").isPresent();
        CatalogueOutcome<List<Column>> outcome = editing.addArticle21(keeper, Column.Level.TOWNSHIP);

        assertThat(outcome.done()).isEqualTo(!there);
        assertThat(catalogue.columns().stream().filter(each -> each.article21() == Column.Level.TOWNSHIP))
                .hasSize(8);
        assertThat(reasons(editing.addArticle21(keeper, Column.Level.TOWNSHIP)))
                .containsExactly("catalogue.column.refused.article21");
        assertThat(reasons(editing.addArticle21(keeper, Column.Level.COUNTY)))
                .containsExactly("catalogue.column.refused.article21");
    }

    @Test
    void aTermIsAddedRenamedClosedAndUsedAgain() {
        String code = unique();
        assertThat(vocabularies
                        .add(keeper, Vocabulary.SUBJECT, new Term(code, "数字政府", null, 90))
                        .done())
                .isTrue();
        assertThat(reasons(vocabularies.add(keeper, Vocabulary.SUBJECT, new Term(code, "重复", null, 90))))
                .containsExactly("catalogue.term.refused.taken");

        vocabularies.change(keeper, Vocabulary.SUBJECT, new Term(code, "数据管理", "Data", 91));
        assertThat(catalogue.term(Vocabulary.SUBJECT, code).orElseThrow().name())
                .isEqualTo("数据管理");

        vocabularies.retire(keeper, Vocabulary.SUBJECT, code);
        assertThat(catalogue.terms(Vocabulary.SUBJECT)).extracting(Term::code).doesNotContain(code);
        assertThat(catalogue.term(Vocabulary.SUBJECT, code)).isPresent();

        vocabularies.restore(keeper, Vocabulary.SUBJECT, code);
        assertThat(catalogue.terms(Vocabulary.SUBJECT)).extracting(Term::code).contains(code);
    }

    private Column added(String parent) {
        return result(editing.add(keeper, id(parent), unique(), draft("旧城改造")));
    }

    private static ColumnDraft draft(String name) {
        return new ColumnDraft(name, "Renewal", Column.Type.OTHER, 366, name + "的信息", List.of("旧城", " 改造 ", "旧城", ""));
    }

    private ColumnId id(String code) {
        return catalogue.columnByCode(code).orElseThrow().id();
    }

    static <T> T result(CatalogueOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(CatalogueOutcome.Done.class);
        return ((CatalogueOutcome.Done<T>) outcome).result();
    }

    private static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }
}
