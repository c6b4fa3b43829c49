package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ProtectionTests {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self';"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/about",
                "/no-such-page",
                "/assets/site.css",
                "/api/v1/organs",
                "/api/v1/no-such",
                "/console",
                "/console/sign-in",
                "/console/first-administrator"
            })
    void everyKindOfAnswerCarriesTheStrictPolicy(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path)).andReturn().getResponse();

        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/assets/site.css", "/api/v1/organs"})
    void readingStartsNoSessionAndMayBeKept(String path) throws Exception {
        HttpResponse<String> answer = fetch(path);

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().allValues("Cache-Control")).noneMatch(value -> value.contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/sign-in", "/console", "/console/account"})
    void theConsoleIsKeptNowhere(String path) throws Exception {
        assertThat(fetch(path).headers().allValues("Cache-Control")).anyMatch(value -> value.contains("no-store"));
    }

    @Test
    void theSessionCookieIsForThisSiteAndNotForScripts() throws Exception {
        List<String> cookies = fetch("/console/sign-in").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whoComesWithTheCookieOfAnEndedSessionIsToldSo() throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console/account"))
                        .header("Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/console/sign-in?why=ended&back=%2Fconsole%2Faccount");
    }

    @Test
    void aSignedInPageHasNoInlineScriptStyleOrHandler() throws Exception {
        Officer security = officers.in(organs.root().id(), Role.SECURITY_ADMINISTRATOR);
        Officer system = officers.in(organs.root().id(), Role.SYSTEM_ADMINISTRATOR);
        Console accounts = Console.of(mvc, security);
        Console tree = Console.of(mvc, system);
        List<String> pages = List.of(
                page(accounts, "/console/account"),
                page(accounts, "/console/account/password"),
                page(accounts, "/console/account/second-factor"),
                page(accounts, "/console/accounts"),
                page(accounts, "/console/accounts/new"),
                page(accounts, "/console/accounts/" + security.id().value()),
                page(tree, "/console/organs"),
                page(tree, "/console/organs/new"),
                page(tree, "/console/organs/" + system.organ().value()),
                page(tree, "/console/regions"));

        assertThat(pages).allSatisfy(page -> assertThat(page)
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("<style", " style=\"", "javascript:")
                .doesNotContainPattern("\\son[a-z]+=\""));
        assertThat(pages).allSatisfy(page -> assertThat(page)
                .as("every text is there")
                .doesNotContainPattern(">(account|organ)\\.[a-z.-]+<"));
    }

    @Test
    void pagesOfOtherRolesAreClosed() throws Exception {
        Console handler = Console.of(mvc, officers.in(organs.root().id(), Role.HANDLER));

        for (String path : List.of("/console/accounts", "/console/organs", "/console/regions")) {
            assertThat(handler.open(path).andReturn().getResponse().getStatus()).isEqualTo(403);
        }
    }

    private static String page(Console console, String path) throws Exception {
        MockHttpServletResponse answer = console.open(path).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
