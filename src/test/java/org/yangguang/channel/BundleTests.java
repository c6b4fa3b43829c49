package org.yangguang.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Releases;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.testing.Await;
import org.yangguang.testing.Console;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class BundleTests {

    @Autowired
    Bundles bundles;

    @Autowired
    Outlets outlets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Releases releases;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    @Autowired
    Search search;

    @Test
    void anIssueIsCompiledComesOutAndShowsNothingThatWasWithdrawn() throws Exception {
        Office office = Office.open(context);
        long gazette = outlet(office, Carrier.GAZETTE);
        var first = office.approved(office.content("公报第一篇规定"));
        var second = office.approved(office.content("公报第二篇通知"));
        List<Long> planned = List.of(plan(office, first, gazette), plan(office, second, gazette));
        Console console = new Console(mvc);
        console.signIn(office.disclosureOffice().login(), Office.PASSWORD);
        int year = LocalDate.now(clock).getYear();
        String page = console.submit(
                        "/console/channels/bundles",
                        "outlet",
                        String.valueOf(gazette),
                        "year",
                        String.valueOf(year),
                        "title",
                        "试验公报")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        console.open(page).andExpect(content().string(containsString("公报第二篇通知")));
        console.submit(
                page, "version", "1", "added", String.valueOf(planned.get(0)), "added", String.valueOf(planned.get(1)));
        console.submit(
                page,
                "version",
                "2",
                "kept",
                String.valueOf(planned.get(0)),
                "kept",
                String.valueOf(planned.get(1)),
                "places",
                "2",
                "places",
                "1");
        mvc.perform(get("/gazette/" + id)).andExpect(status().isNotFound());
        console.submit(
                        page + "/finish",
                        "version",
                        "3",
                        "on",
                        LocalDate.now(clock).toString())
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/gazette")).andExpect(content().string(containsString("/gazette/" + id)));
        mvc.perform(get("/api/v1/gazette"))
                .andExpect(content().string(containsString("/gazette/" + id)))
                .andExpect(content().string(containsString("公报第一篇规定")));
        mvc.perform(get("/sitemap/pages.xml")).andExpect(content().string(containsString("/gazette/" + id + "</loc>")));
        Await.until(() -> found("试验公报 " + year + "年第1期", "/gazette/" + id));
        String pdf = text("/gazette/" + id + "/issue.pdf");
        assertThat(pdf).contains("试验公报", "公报第一篇规定", "公报第二篇通知");
        assertThat(pdf.indexOf("公报第二篇通知")).isLessThan(pdf.indexOf("公报第一篇规定"));
        assertThat(releases.ways(first.item()))
                .anySatisfy(way -> assertThat(way).satisfies(each -> {
                    assertThat(each.channel()).isEqualTo(Channel.GAZETTE);
                    assertThat(each.reference()).isEqualTo("试验公报 " + year + "年第1期");
                }));

        office.done(office.disclosureOffice(), first, new Move.Withdraw(WithdrawalReason.ERROR, "有误"));
        mvc.perform(get("/gazette/" + id)).andExpect(content().string(not(containsString("公报第一篇规定"))));
        assertThat(text("/gazette/" + id + "/issue.pdf"))
                .doesNotContain("公报第一篇规定")
                .contains("公报第二篇通知");
        Await.until(() -> deliveries.ofItem(first.item()).get(0).state() == DeliveryState.TO_TAKE_BACK);
    }

    @Test
    void theArchiveIsHandedAListAndItsReceiptIsNoted() {
        Office office = Office.open(context);
        long archive = outlet(office, Carrier.ARCHIVE_HALL);
        var item = office.approved(office.content("移交的文件"));
        long delivery = plan(office, item, archive);
        long id = done(
                bundles.begin(office.handler(), archive, LocalDate.now(clock).getYear(), "移交清单"));
        assertThat(keys(bundles.finish(office.handler(), id, 1, LocalDate.now(clock), "")))
                .containsExactly("bundle.refused.empty", "bundle.refused.receipt");
        done(bundles.fill(office.handler(), id, 1, List.of(delivery)));
        assertThat(keys(bundles.fill(office.handler(), id, 1, List.of()))).containsExactly("channel.refused.overtaken");
        done(bundles.finish(office.handler(), id, 2, LocalDate.now(clock), "档接〔2016〕3号"));
        assertThat(keys(bundles.fill(office.handler(), id, 3, List.of()))).containsExactly("channel.refused.state");
        assertThat(deliveries.ofItem(item.item()).get(0).reference()).isEqualTo("档接〔2016〕3号");
        long next = done(
                bundles.begin(office.handler(), archive, LocalDate.now(clock).getYear(), "移交清单"));
        assertThat(bundles.find(office.handler(), next).orElseThrow().number()).isEqualTo(2);
        assertThat(keys(bundles.fill(office.handler(), next, 1, List.of(delivery))))
                .containsExactly("bundle.refused.entries");
        assertThat(bundles.find(Office.open(context).handler(), id)).isEmpty();
    }

    private String text(String address) throws Exception {
        byte[] pdf = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return java.text.Normalizer.normalize(
                            new PDFTextStripper().getText(document), java.text.Normalizer.Form.NFKC)
                    .replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean found(String text, String href) {
        SearchQuery query = SearchQuery.of(text, SearchQuery.Sort.RELEVANCE, 10);
        return search.find(query, Set.of(VisibilityGate.PUBLIC)).hits().stream()
                .anyMatch(hit -> hit.url().equals(href));
    }

    private long outlet(Office office, Carrier carrier) {
        return done(outlets.open(
                office.disclosureOffice(),
                new Outlets.Typed(office.organ, carrier, "试验" + carrier, null, "一楼", Outlet.Takes.NONE, List.of())));
    }

    private long plan(Office office, org.yangguang.disclosure.Outcome.Done item, long outlet) {
        return done(deliveries.plan(office.handler(), item.item(), outlet));
    }

    private static long done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private static List<String> keys(Outcome outcome) {
        return outcome.reasons().stream().map(Reason::key).toList();
    }
}
