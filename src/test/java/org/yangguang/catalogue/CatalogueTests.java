package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class CatalogueTests {

    @Autowired
    Catalogue catalogue;

    @Autowired
    CatalogueRegister register;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void theFiveHeadsStandInTheirOrder() {
        assertThat(catalogue.columns().stream().filter(each -> each.parent() == null))
                .extracting(Column::name)
                .containsExactly("公开指南", "公开制度", "法定主动公开内容", "年度报告", "依申请公开");
        assertThat(catalogue.columns().stream().filter(Column::fixed)).hasSize(5);
    }

    @Test
    void theFifteenItemsOfArticle20AreColumnsBelowStatutoryContentInTheirOrder() {
        Column statutory = catalogue.columnByCode("statutory").orElseThrow();

        assertThat(catalogue.children(statutory.id()).stream().filter(each -> each.article20() != null))
                .extracting(Column::article20)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void theSevenSubjectsOfArticle21ForCountiesAreColumns() {
        assertThat(catalogue.columns().stream().filter(each -> each.article21() == Column.Level.COUNTY))
                .extracting(Column::name)
                .containsExactly("市政建设", "公共服务", "公益事业", "土地征收", "房屋征收", "治安管理", "社会救助");
    }

    @Test
    void theFourteenCategoriesOfADistrictReportHaveTheirColumns() {
        assertThat(List.of(
                        "government-organs",
                        "personnel",
                        "government-documents",
                        "meetings",
                        "congress-reports",
                        "budgets",
                        "major-projects",
                        "priorities",
                        "policies",
                        "statistics",
                        "plans",
                        "emergency",
                        "livelihood",
                        "other"))
                .allMatch(code -> catalogue.columnByCode(code).isPresent());
    }

    @Test
    void everyBuiltInColumnAndTermHasBothLanguages() {
        assertThat(catalogue.columns().stream().filter(each -> each.id().value() < 1000))
                .allSatisfy(each -> {
                    assertThat(each.nameEn()).isNotBlank();
                    assertThat(each.description()).isNotBlank();
                });
        for (Vocabulary vocabulary : Vocabulary.values()) {
            assertThat(catalogue.terms(vocabulary)).isNotEmpty();
        }
        assertThat(catalogue.term(Vocabulary.GENRE, "notice").orElseThrow().name())
                .isEqualTo("通知");
        assertThat(catalogue.terms(Vocabulary.SUBJECT)).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void aParentComesBeforeItsChildrenAndASubtreeHasBoth() {
        List<ColumnId> order = catalogue.columns().stream().map(Column::id).toList();

        assertThat(catalogue.columns().stream().filter(each -> each.parent() != null))
                .allMatch(each -> order.indexOf(each.parent()) < order.indexOf(each.id()));
        Column budgets = catalogue.columnByCode("budgets").orElseThrow();
        assertThat(catalogue.subtree(budgets.id()))
                .contains(
                        budgets.id(),
                        catalogue
                                .columnByCode("three-public-expenses")
                                .orElseThrow()
                                .id())
                .doesNotContain(
                        catalogue.columnByCode("statistics").orElseThrow().id());
    }

    @Test
    void aNewColumnIsSeenAtOnceByItsTransactionAndAfterTheCommitByAll() {
        String code = unique();
        Column parent = catalogue.columnByCode("budgets").orElseThrow();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            register.addColumn(parent.id(), code, "专项", null, Column.Type.OTHER, null, "专项资金绩效");
            assertThat(catalogue.columnByCode(code)).isPresent();
        });

        Column added = catalogue.columnByCode(code).orElseThrow();
        assertThat(added.path()).isEqualTo(parent.path() + added.id().value() + "/");
        assertThat(added.article20()).isEqualTo(7);
        assertThat(catalogue.subtree(parent.id())).contains(added.id());
    }

    @Test
    void aColumnOfATransactionThatFailedWasNeverThere() {
        String code = unique();
        ColumnId parent = catalogue.columnByCode("budgets").orElseThrow().id();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            register.addColumn(parent, code, "专项", null, Column.Type.OTHER, null, "专项资金绩效");
            status.setRollbackOnly();
        });

        assertThat(catalogue.columnByCode(code)).isEmpty();
    }

    @Test
    void aTakenCodeIsRefused() {
        ColumnId parent = catalogue.columnByCode("statutory").orElseThrow().id();

        assertThatThrownBy(() -> register.addColumn(parent, "budgets", "财政", null, Column.Type.OTHER, null, "财政"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budgets");
        assertThatThrownBy(() -> register.addTerm(Vocabulary.GENRE, new Term("notice", "通知", null, 99)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }
}
