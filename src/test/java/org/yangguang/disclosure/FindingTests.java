package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ways by which readers and programs find what is disclosed, beyond lists and search. */
@YangguangTest
class FindingTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Replacements replacements;

    @Autowired
    ApplicationContext context;

    @Autowired
    JsonMapper json;

    private String page(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String told(String address) {
        try {
            return page(address);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theCalendarCountsADayAndListsIt() throws Exception {
        OrganId organ = district.organ("档案局");
        ColumnId column = district.column("档案");
        LocalDate day = LocalDate.of(1987, 5, 6);
        String title = "归档说明" + TestDistrict.unique();
        district.publish(organ, Contents.in(column).titled(title).formed(day).content());
        district.publish(organ, Contents.in(column).formed(day).internal().content());

        assertThat(page("/calendar?month=1987-05")).contains("/calendar?day=1987-05-06", "共公开1条");
        assertThat(page("/calendar?day=1987-05-06")).contains(title, "1987年5月6日");
        assertThat(page("/calendar?day=1987-05-07")).contains("这一天没有公开信息").doesNotContain(title);
        for (String nonsense : List.of("month=1987-13", "day=1987-02-30", "month=99999-01", "month=x")) {
            mvc.perform(get("/calendar?" + nonsense)).andExpect(status().isBadRequest());
        }
    }

    @Test
    void aRepealedDocumentLeadsToTheOneThatRepealedItAndBack() throws Exception {
        Office office = Office.open(context);
        ColumnId column = district.column("文件");
        String number = TestDistrict.unique();
        ItemId older = district.publish(
                office.organ,
                Contents.in(column)
                        .titled("旧办法" + number)
                        .numbered("试政发〔2011〕" + number)
                        .formed(LocalDate.of(2011, 3, 1))
                        .normative(Validity.REPEALED)
                        .content());
        ItemId newer = district.publish(
                office.organ,
                Contents.in(column)
                        .titled("新办法" + number)
                        .formed(LocalDate.of(2016, 3, 1))
                        .normative(Validity.EFFECTIVE)
                        .content());

        assertThat(replacements.note(
                        office.disclosureOffice(),
                        " 试政发〔2011〕" + number,
                        "http://localhost/items/" + newer.value(),
                        Replacements.Kind.REPEALED))
                .isEmpty();

        assertThat(page("/items/" + older.value())).contains("已由以下文件废止", "/items/" + newer.value());
        assertThat(page("/items/" + newer.value())).contains("废止了", "/items/" + older.value());
        assertThat(page("/normative?validity=repealed&organ=" + office.organ.value()))
                .contains("旧办法" + number, "/items/" + newer.value())
                .doesNotContain("<th scope=\"row\"><a href=\"/items/" + newer.value());

        replacements.forget(office.disclosureOffice(), older, newer);
        assertThat(page("/items/" + older.value())).doesNotContain("已由以下文件废止");
    }

    @Test
    void aLinkThatCannotBeIsRefusedWithEveryReason() {
        Office office = Office.open(context);
        Office other = Office.open(context);
        ItemId notice =
                district.publish(other.organ, Contents.in(district.column("通知")).content());
        ItemId rule = district.publish(
                office.organ,
                Contents.in(district.column("办法"))
                        .normative(Validity.EFFECTIVE)
                        .formed(LocalDate.of(2015, 1, 1))
                        .content());
        String item = String.valueOf(rule.value());

        assertThat(keys(replacements.note(office.disclosureOffice(), "没有的文号", "也没有", Replacements.Kind.REPEALED)))
                .containsExactly("disclosure.replacement.refused.unknown", "disclosure.replacement.refused.unknown");
        assertThat(keys(replacements.note(
                        office.disclosureOffice(), String.valueOf(notice.value()), item, Replacements.Kind.AMENDED)))
                .containsExactly("disclosure.replacement.refused.notYours", "disclosure.replacement.refused.older");
        assertThat(keys(replacements.note(office.disclosureOffice(), item, item, Replacements.Kind.AMENDED)))
                .containsExactly("disclosure.replacement.refused.itself");
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }

    @Test
    void relatedItemsSayWhyAndTellNothingOfHiddenOnes() throws Exception {
        OrganId organ = district.organ("卫生局");
        ColumnId column = district.column("卫生");
        String word = "疫苗" + TestDistrict.unique().substring(4);
        String hidden = "内部接种安排" + TestDistrict.unique();
        ItemId asked =
                district.publish(organ, Contents.in(column).keywords(word).content());
        ItemId near = district.publish(
                organ, Contents.in(column).titled("接种通知").keywords(word).content());
        ItemId far = district.publish(
                organ, Contents.in(district.column("别的")).titled("无关的事").content());
        district.publish(
                organ,
                Contents.in(column).titled(hidden).keywords(word).internal().content());

        assertThat(page("/items/" + asked.value()))
                .contains("/items/" + near.value(), "关键词：" + word)
                .doesNotContain("/items/" + far.value(), hidden);
    }

    @Test
    void aYearIsDownloadedWholeAndNothingInItRunsInASpreadsheet() throws Exception {
        OrganId organ = district.organ("统计局");
        ColumnId column = district.column("统计");
        String mark = TestDistrict.unique();
        String formula = "=HYPERLINK(\"http://example.org\",\"" + mark + "\")";
        LocalDate day = LocalDate.of(1971, 4, 1);
        district.publish(organ, Contents.in(column).titled(formula).formed(day).content());
        district.publish(
                organ,
                Contents.in(column).titled("内部" + mark).formed(day).internal().content());
        district.load(IntStream.range(0, 1_203)
                .mapToObj(i -> TestDistrict.past(
                        organ,
                        Contents.in(column)
                                .titled(mark + "第" + i + "号")
                                .formed(day)
                                .content(),
                        null,
                        Channel.WEBSITE))
                .toList());

        String csv = page("/data/1971.csv");
        List<JsonNode> lines =
                page("/data/1971.jsonl").lines().map(json::readTree).toList();

        assertThat(csv).startsWith("\ufeffindex_number,title,").contains("\"'=HYPERLINK(\"\"http://example.org\"\",");
        assertThat(csv.lines().filter(line -> line.contains(mark))).hasSize(1_204);
        assertThat(csv).doesNotContain("内部" + mark);
        assertThat(lines)
                .filteredOn(line -> line.get("title").asString().contains(mark))
                .hasSize(1_204);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.get("title").asString()).isEqualTo(formula));
        mvc.perform(get("/data/1811.csv")).andExpect(status().isNotFound());
        assertThat(page("/catalog.ttl")).contains("/data/1971.csv> ; dcat:mediaType");
        assertThat(page("/data/downloads")).contains("/data/1971.jsonl");
    }

    @Test
    void aKeptSearchIsAFeedForEverybody() throws Exception {
        OrganId organ = district.organ("水利局");
        String word = "泵站" + TestDistrict.unique();
        Office office = Office.open(context);
        Outcome.Done item = office.approved(office.content(word + "改造公告"));

        String entry = "/items/" + item.item().value();
        Await.until(() -> told("/search/feed.atom?q=" + word).contains(entry));
        mvc.perform(get("/search/feed.atom").param("q", word))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/atom+xml"));
        mvc.perform(get("/search").param("q", word))
                .andExpect(content().string(containsString("/search/feed.atom?q=")));
        mvc.perform(get("/search/feed.atom").param("q", word).param("year", "never"))
                .andExpect(status().isBadRequest());
        assertThat(organ).isNotNull();
    }

    @Test
    void whatIsWithdrawnIsFoundByNoSearchWhenTheOfficerIsToldSo() throws Exception {
        Office office = Office.open(context);
        String word = "闸门" + TestDistrict.unique();
        Outcome.Done item = office.approved(office.content(word + "检修公告"));
        Await.until(() -> told("/api/v1/search?q=" + word).contains("检修"));

        office.done(office.disclosureOffice(), item, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));

        assertThat(page("/api/v1/search?q=" + word))
                .doesNotContain("检修", "/items/" + item.item().value() + "\"");
        assertThat(page("/search/suggest?prefix=" + word)).doesNotContain("检修");
    }

    @Test
    void whatAPageIsAboutIsWrittenForMachinesAndCannotEndItsBlock() throws Exception {
        ItemId item = district.publish(
                district.organ("科学局"),
                Contents.in(district.column("科学"))
                        .titled("</script><script>alert('\u2028\"\\')</script>")
                        .normative(Validity.EXPIRED)
                        .content());

        String page = page("/items/" + item.value());

        assertThat(page).doesNotContain("</script><script>alert");
        String block = page.substring(page.indexOf("ld+json\">") + 9);
        JsonNode about = json.readTree(block.substring(0, block.indexOf("</script>")));
        assertThat(about.get("@type").asString()).isEqualTo("Legislation");
        assertThat(about.get("name").asString()).startsWith("</script><script>alert");
        assertThat(about.get("legislationLegalForce").asString()).endsWith("NotInForce");
        mvc.perform(get("/subjects")).andExpect(content().string(not(containsString("disclosure.subjects"))));
    }
}
