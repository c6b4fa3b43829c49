package org.yangguang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yangguang.disclosure.Channel;
import org.yangguang.organ.OrganCode;
import org.yangguang.organ.OrganKind;
import org.yangguang.site.SafeHtml;

class HistoryTests {

    private static final List<Writing> PAST = history().writings().toList();

    private static History history() {
        return new History(
                Body.all(), day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    @Test
    void theDistrictHasEightyOneBodiesWithValidCodes() {
        List<Body> bodies = Body.all();

        assertThat(bodies).hasSize(81).extracting(Body::name).doesNotHaveDuplicates();
        assertThat(bodies).extracting(Body::sign).doesNotHaveDuplicates();
        assertThat(bodies)
                .allSatisfy(body -> assertThat(OrganCode.warnings(body.code())).isEmpty());
        assertThat(bodies.stream().collect(Collectors.groupingBy(Body::kind, Collectors.counting())))
                .contains(entry(OrganKind.GOVERNMENT, 1L), entry(OrganKind.STREET_OFFICE, 14L));
    }

    @Test
    void theWebsiteHasTheReportedNumbersByYearAndLevel() {
        assertThat(count(Channel.WEBSITE)).isEqualTo(22_095);
        assertThat(website(2016, true)).isEqualTo(138);
        assertThat(website(2016, false)).isEqualTo(3_132);
        assertThat(PAST.stream()
                        .filter(each -> each.channel() == Channel.WEBSITE
                                && each.formedOn().getYear() < 2016))
                .hasSize(18_825)
                .filteredOn(each -> each.body().government())
                .hasSize(1_382);
    }

    @Test
    void theGovernmentsInformationOf2016FallsIntoTheReportedCategories() {
        Map<String, Long> byColumn = PAST.stream()
                .filter(each -> each.body().government() && each.formedOn().getYear() == 2016)
                .collect(Collectors.groupingBy(each -> each.kind().column(), Collectors.counting()));

        assertThat(byColumn)
                .containsOnly(
                        entry("government-organs", 1L),
                        entry("personnel", 4L),
                        entry("government-documents", 78L),
                        entry("meetings", 3L),
                        entry("congress-reports", 4L),
                        entry("government-budgets", 18L),
                        entry("major-projects", 2L),
                        entry("priorities", 14L),
                        entry("policies", 3L),
                        entry("statistics", 6L),
                        entry("plans", 2L),
                        entry("emergency", 1L),
                        entry("livelihood", 1L),
                        entry("other", 1L));
    }

    @Test
    void otherWaysHaveTheReportedNumbersOf2016() {
        assertThat(count(Channel.WEIBO)).isEqualTo(700);
        assertThat(count(Channel.WECHAT)).isEqualTo(500);
        assertThat(count(Channel.OTHER)).isEqualTo(5_600);
        assertThat(PAST.stream().filter(each -> each.channel() != Channel.WEBSITE))
                .allMatch(each -> each.formedOn().getYear() == 2016);
    }

    @Test
    void nineNormativeDocumentsWerePublishedBefore2016AndNoneInIt() {
        assertThat(PAST.stream().filter(each -> each.kind().normative()))
                .hasSize(9)
                .allMatch(each -> each.formedOn().getYear() < 2016)
                .allMatch(each -> each.validity() != null);
    }

    @Test
    void seventyFiveBodiesPublishTheirBudgetAccountsAndThreePublicExpensesOf2016() {
        for (String kind : List.of("budget", "accounts", "three-expenses")) {
            assertThat(PAST.stream()
                            .filter(each -> each.kind().name().equals(kind)
                                    && each.formedOn().getYear() == 2016)
                            .map(each -> each.body().code()))
                    .as(kind)
                    .hasSize(75)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyDocumentIsWholeAndInOrderOfTime() {
        assertThat(PAST).allSatisfy(each -> {
            assertThat(each.title() + each.summary() + each.html()).doesNotContain("{", "}", "null");
            assertThat(each.summary()).isNotBlank();
            assertThat(each.releasedOn())
                    .isBetween(each.formedOn(), LocalDate.of(each.formedOn().getYear(), 12, 31));
        });
        assertThat(PAST.stream().map(Writing::documentNumber).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
        assertThat(PAST.stream().map(Writing::html).distinct().count()).isGreaterThan(PAST.size() * 98L / 100);
    }

    @Test
    void theTextsAreAsCleanAsWhatOfficersWrite() {
        assertThat(PAST.stream().filter(each -> each.html().hashCode() % 40 == 0))
                .allSatisfy(each -> assertThat(SafeHtml.clean(each.html())).isEqualTo(each.html()));
    }

    @Test
    void theSameDistrictIsWrittenEachTime() {
        assertThat(history().writings().mapToInt(Writing::hashCode).sum())
                .isEqualTo(history().writings().mapToInt(Writing::hashCode).sum());
        assertThat(history().writings().limit(3_000)).isEqualTo(PAST.subList(0, 3_000));
    }

    private static long count(Channel channel) {
        return PAST.stream().filter(each -> each.channel() == channel).count();
    }

    private static long website(int year, boolean government) {
        return PAST.stream()
                .filter(each -> each.channel() == Channel.WEBSITE
                        && each.formedOn().getYear() == year
                        && each.body().government() == government)
                .count();
    }
}
