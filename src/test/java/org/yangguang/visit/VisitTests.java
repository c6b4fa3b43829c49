package org.yangguang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.testing.Await;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;
import org.yangguang.visit.internal.VisitCounter;
import org.yangguang.visit.internal.VisitTable;

@YangguangTest
class VisitTests {

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    VisitCounter counter;

    @Autowired
    VisitTable table;

    @Autowired
    Visits visits;

    @Autowired
    TestDistrict district;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient jdbc;

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0 ";

    private final String mine = BROWSER + UUID.randomUUID();

    private ItemId item() {
        return district.publish(
                district.organ("访问局"), Contents.in(district.column("访问")).content());
    }

    private void read(String path, String browser, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("User-Agent", browser);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void aVisitorCountsOnceADayForAPageAndProgramsDoNot() throws Exception {
        String page = "/items/" + item().value();
        read(page, mine);
        read(page, mine);
        read(page + "?from=share", mine);
        read(page, mine + " another");
        read(page, "Mozilla/5.0 (compatible; Baiduspider/2.0)");
        read(page, "curl/8.5");
        read(page, "node");
        read("/items/0" + page.substring("/items/".length()), mine);
        read(page, mine + " ahead", "Sec-Purpose", "prefetch;prerender");
        read(page, mine + " third", "Accept-Encoding", "gzip");

        assertThat(counted(page, 3)).isEqualTo(3);
    }

    /** A reader has the answer a moment before it is counted. */
    private long counted(String page, long least) {
        Await.until(() -> {
            counter.write();
            return table.of(page) >= least;
        });
        return table.of(page);
    }

    @Test
    void whatIsNotAPageDoesNotCount() throws Exception {
        String missing = "/items/999999999999";
        read(missing, mine);
        read("/api/v1/columns", mine);
        read("/feed.atom", mine);
        read("/console/sign-in", mine);

        counter.write();

        assertThat(jdbc.sql(
                                "select count(*) from visit.page where path = ? or path like '/api%' or path like '/console%'"
                                        + " or path like '%.atom'")
                        .param(missing)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void oldDaysAreFoldedIntoTheirMonthAndNothingIsLost() {
        String page =
                "/items/7" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 8);
        LocalDate day = LocalDate.of(1998, 7, 14);
        visits.bring(Map.of(), Map.of(day, Map.of(page, 3L), day.plusDays(4), Map.of(page, 5L)));

        table.fold(LocalDate.of(1998, 9, 2));
        table.fold(LocalDate.of(1998, 9, 2));

        assertThat(table.of(page)).isEqualTo(8);
        assertThat(jdbc.sql("select count(*) from visit.page where path = ?")
                        .param(page)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theOfficeSeesTheNumbersAndDecidesWhetherEverybodyDoes() throws Exception {
        Officer office = officers.in(organs.root().id(), Role.DISTRICT_OFFICE);
        Console console = Console.of(mvc, office);
        read("/about", mine);
        counted("/about", 1);

        console.open("/console/visits")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/about")));
        console.submit("/console/visits", "shown", "yes");
        mvc.perform(get("/")).andExpect(content().string(containsString("visit-line")));
        console.submit("/console/visits", "shown", "no");

        Console handler = Console.of(mvc, officers.in(organs.root().id(), Role.HANDLER));
        handler.open("/console/visits").andExpect(status().isForbidden());
        Console disclosure = Console.of(mvc, officers.in(organs.root().id(), Role.DISCLOSURE_OFFICE));
        disclosure.submit("/console/visits", "shown", "yes").andExpect(status().isForbidden());
    }
}
