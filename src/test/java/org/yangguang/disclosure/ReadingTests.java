package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ReadingTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ApplicationContext context;

    @Test
    void aListShowsTwentyAPageAndEveryPageHasAnAddress() throws Exception {
        OrganId organ = district.organ("教育局");
        ColumnId column = district.column("招生");
        district.load(IntStream.rangeClosed(1, 45)
                .mapToObj(n -> TestDistrict.past(
                        organ,
                        Contents.in(column)
                                .titled("招生第" + n + "号")
                                .formed(LocalDate.of(2015, 1, 1).plusDays(n))
                                .content(),
                        null,
                        Channel.WEBSITE))
                .toList());
        String address = "/columns/" + catalogue.column(column).orElseThrow().code();

        mvc.perform(get(address))
                .andExpect(content().string(containsString("招生第45号")))
                .andExpect(content().string(containsString("招生第26号")))
                .andExpect(content().string(not(containsString("招生第25号"))))
                .andExpect(content().string(containsString(address + "?page=3")));
        mvc.perform(get(address + "?page=3"))
                .andExpect(content().string(containsString("招生第5号")))
                .andExpect(content().string(not(containsString("招生第6号"))));
        mvc.perform(get(address + "?page=4")).andExpect(status().isOk());
        mvc.perform(head(address)).andExpect(status().isOk());
    }

    @Test
    void nonsenseInAnAddressIsRefusedNotGuessed() throws Exception {
        for (String nonsense : new String[] {
            "year=abc",
            "page=0",
            "page=-1",
            "page=99999999",
            "organ=nobody",
            "column=none",
            "from=2016-02-30",
            "sort=random"
        }) {
            mvc.perform(get("/catalogue?" + nonsense)).andExpect(status().isBadRequest());
        }
    }

    @Test
    void theInterfaceListsAllErrorsAtOnce() throws Exception {
        mvc.perform(get("/api/v1/disclosures?year=abc&page=0&size=101&from=2016-13-01&organ=x"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.errors", hasSize(5)));
    }

    @Test
    void theInterfaceFiltersPagesAndLinksToThePublicPage() throws Exception {
        OrganId organ = district.organ("卫生局");
        ColumnId column = district.column("卫生");
        ItemId old = district.publish(
                organ,
                Contents.in(column).titled("旧").formed(LocalDate.of(2014, 6, 1)).content());
        ItemId item = district.publish(
                organ, Contents.in(column).titled("新").saying("<p>正文</p>").content());

        mvc.perform(get("/api/v1/disclosures?size=1&organ=" + organ.value()))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].url").value(endsWith("/items/" + item.value())));
        mvc.perform(get("/api/v1/disclosures?to=2014-12-31&organ=" + organ.value()))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(old.value()));
        mvc.perform(get("/api/v1/disclosures/" + item.value()))
                .andExpect(jsonPath("$.bodyHtml").value("<p>正文</p>"))
                .andExpect(jsonPath("$.editions[0].number").value(1));
        mvc.perform(get("/api/v1/disclosures/999999999")).andExpect(status().isNotFound());
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        mvc.perform(get("/api/v1/openapi.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/disclosures'].get.parameters", hasSize(10)))
                .andExpect(jsonPath("$.paths['/api/v1/disclosures/{id}'].get.responses['410']")
                        .exists())
                .andExpect(jsonPath("$.paths['/catalogue']").doesNotExist());
    }

    @Test
    void aLimitedItemIsReadByWhoGaveTheCodeUntilItIsRenewed() throws Exception {
        Office office = Office.open(context);
        Audiences audiences = context.getBean(Audiences.class);
        var opened =
                (Audiences.Result.Opened) audiences.create(office.disclosureOffice(), office.organ, "铜山路征收范围", null);
        ItemId item = district.publish(
                office.organ,
                Contents.in(office.column().id())
                        .titled("分户补偿情况")
                        .limitedTo(opened.audience())
                        .content());
        String page = "/items/" + item.value();
        MockHttpSession session = new MockHttpSession();

        mvc.perform(get(page).session(session)).andExpect(status().isNotFound());
        mvc.perform(post("/audience")
                        .param("code", "AAAA-BBBB-CCCC")
                        .session(session)
                        .with(csrf()))
                .andExpect(content().string(containsString("查阅码不正确")));
        mvc.perform(post("/audience")
                        .param("code", opened.code().toLowerCase().replace("-", " "))
                        .session(session)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).session(session)).andExpect(content().string(containsString("分户补偿情况")));
        mvc.perform(get(page)).andExpect(status().isNotFound());

        audiences.renew(office.disclosureOffice(), opened.audience(), null);

        mvc.perform(get(page).session(session)).andExpect(status().isNotFound());
    }

    @Test
    void whoGuessesCodesIsStopped() throws Exception {
        for (int guess = 0; guess < 10; guess++) {
            mvc.perform(post("/audience")
                    .param("code", "GUESS" + guess)
                    .with(csrf())
                    .with(from("203.0.113.9")));
        }
        mvc.perform(post("/audience").param("code", "GUESS").with(csrf()).with(from("203.0.113.9")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void anInternalItemIsReadByOfficersOfItsOrganOnly() throws Exception {
        Office office = Office.open(context);
        Office other = Office.open(context);
        ItemId item = district.publish(
                office.organ,
                Contents.in(office.column().id()).titled("内部通讯录").internal().content());

        mvc.perform(get("/items/" + item.value()).with(Officers.as(office.handler())))
                .andExpect(status().isOk());
        mvc.perform(get("/items/" + item.value()).with(Officers.as(other.handler())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/items/" + item.value())).andExpect(status().isNotFound());
    }

    @Test
    void aWithdrawnItemLeavesItsReasonAndNothingElse() throws Exception {
        Office office = Office.open(context);
        Outcome.Done published = office.approved(office.content("关于某事的公告"));
        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.PERIOD_ENDED, "公示期满"));

        mvc.perform(get("/items/" + published.item().value()))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("公示期满")))
                .andExpect(content().string(not(containsString("关于某事的公告"))));
    }

    @Test
    void aSupersededEditionIsReadAsSuch() throws Exception {
        Office office = Office.open(context);
        Outcome.Done first = office.approved(office.content("第一版名称"));
        Outcome.Done draft = office.done(office.handler(), first, new Move.Revise("更正"));
        Outcome.Done second = office.done(
                office.leader(),
                office.done(
                        office.secrecyOfficer(),
                        office.done(office.handler(), draft, new Move.Submit("更正")),
                        new Move.Approve("同意")),
                new Move.Approve("同意"));

        String page = "/items/" + second.item().value();
        mvc.perform(get(page)).andExpect(content().string(containsString(page + "/editions/1")));
        mvc.perform(get(page + "/editions/1")).andExpect(content().string(containsString("已被新版本取代")));
        mvc.perform(get(page + "/editions/3")).andExpect(status().isNotFound());
    }

    @Test
    void newsGoOutAsAFeedAndTheMapLeadsToItems() throws Exception {
        OrganId organ = district.organ("科技局");
        ItemId item = district.publish(
                organ, Contents.in(district.column("科技")).titled("<科技> & 创新").content());

        mvc.perform(get("/feed.atom?organ=" + organ.value()))
                .andExpect(content().contentTypeCompatibleWith("application/atom+xml"))
                .andExpect(content().string(containsString("&lt;科技&gt; &amp; 创新")));
        mvc.perform(get("/sitemap.xml")).andExpect(content().string(containsString("/sitemap/items-")));
        mvc.perform(get("/sitemap/items-" + item.value() / 20_000 + ".xml"))
                .andExpect(content().string(containsString("/items/" + item.value() + "<")));
        assertThat(mvc.perform(get("/robots.txt")).andReturn().getResponse().getContentAsString())
                .contains("Sitemap: ");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
