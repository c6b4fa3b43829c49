package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnActivity;
import org.yangguang.catalogue.ColumnEditing;
import org.yangguang.catalogue.ColumnHealth;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Reason;
import org.yangguang.organ.OrganId;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.testing.Await;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ClosedColumnTests {

    @Autowired
    TestDistrict district;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ColumnEditing editing;

    @Autowired
    ColumnActivity activity;

    @Autowired
    ColumnHealth health;

    @Autowired
    Search search;

    @Autowired
    MockMvc mvc;

    Officer keeper;

    @BeforeEach
    void aKeeper() {
        keeper = officers.in(organs.root().id(), Role.DISTRICT_OFFICE);
    }

    @Test
    void aColumnThatHoldsItemsIsNotClosedWithoutASuccessor() {
        ColumnId column = district.column("旧栏目");
        district.publish(organs.root().id(), Contents.in(column).content());

        CatalogueOutcome<Column> outcome = editing.retire(keeper, column, null);

        assertThat(outcome).isInstanceOf(CatalogueOutcome.Refused.class);
        assertThat(((CatalogueOutcome.Refused<Column>) outcome).reasons())
                .extracting(Reason::key)
                .containsExactly("catalogue.column.refused.items");
        assertThat(catalogue.column(column).orElseThrow().inUse()).isTrue();
    }

    @Test
    void anEmptyColumnIsClosedAndUsedAgain() {
        ColumnId column = district.column("空栏目");

        assertThat(editing.retire(keeper, column, null).done()).isTrue();
        assertThat(catalogue.columns()).extracting(Column::id).doesNotContain(column);
        assertThat(catalogue.column(column)).isPresent();
        assertThat(editing.restore(keeper, column).done()).isTrue();
        assertThat(catalogue.columns()).extracting(Column::id).contains(column);
    }

    @Test
    void whatIsPublishedMovesToTheSuccessorOnPageListAndSearch() throws Exception {
        ColumnId old = district.column("旧栏目");
        ColumnId heir = district.column("新栏目");
        ItemId item = district.publish(
                organs.root().id(), Contents.in(old).titled("旧城整治方案").content());
        String oldCode = catalogue.column(old).orElseThrow().code();
        String newCode = catalogue.column(heir).orElseThrow().code();
        Await.until(() -> found(oldCode) == 1);

        assertThat(editing.retire(keeper, old, heir).done()).isTrue();

        Await.until(() -> found(newCode) == 1 && found(oldCode) == 0);
        mvc.perform(get("/columns/" + newCode)).andExpect(content().string(Matchers.containsString("旧城整治方案")));
        mvc.perform(get("/columns/" + oldCode)).andExpect(redirectedUrlPattern("/columns/" + newCode + "*"));
        mvc.perform(get("/items/" + item.value()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/columns/" + newCode)));
        assertThat(activity.now()).containsKey(heir).doesNotContainKey(old);
        assertThat(catalogue.home(old).map(Column::id)).contains(heir);
    }

    @Test
    void aColumnThatHangsElsewhereIsFoundBelowItsNewParent() {
        ColumnId upper = district.column("上级");
        ColumnId lower = district.column("下级");
        district.publish(organs.root().id(), Contents.in(lower).content());
        String code = catalogue.column(upper).orElseThrow().code();
        assertThat(found(code)).isZero();

        assertThat(editing.move(keeper, lower, upper).done()).isTrue();

        Await.until(() -> found(code) == 1);
    }

    @Test
    void neglectedAndBlankColumnsAreReported() {
        ColumnId blank = district.column("空白");
        ColumnId neglected = district.column("久未更新");
        OrganId organ = organs.root().id();
        district.publish(
                organ, Contents.in(neglected).formed(LocalDate.of(2012, 5, 3)).content());
        editing.change(
                keeper,
                neglected,
                catalogue.version(neglected),
                new org.yangguang.catalogue.ColumnDraft(
                        "久未更新", null, Column.Type.NOTICES, 180, "久未更新", java.util.List.of()));

        ColumnHealth.Report report = health.report().orElseThrow();

        assertThat(report.standings().stream().filter(each -> each.column().id().equals(blank)))
                .extracting(ColumnHealth.Standing::state)
                .containsExactly(ColumnHealth.State.BLANK);
        assertThat(report.standings().stream().filter(each -> each.column().id().equals(neglected)))
                .extracting(ColumnHealth.Standing::state, ColumnHealth.Standing::lastPublishedOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ColumnHealth.State.NEGLECTED, LocalDate.of(2012, 5, 3)));
        assertThat(report.neglected()).isPositive();
        assertThat(report.blank()).isPositive();
    }

    private long found(String column) {
        SearchQuery query =
                new SearchQuery("", null, column, null, null, null, null, null, null, SearchQuery.Sort.DATE, 1, 1);
        return search.find(query, Set.of(VisibilityGate.PUBLIC)).total();
    }
}
