package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yangguang.account.AccessTokens;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.TokenScope;
import org.yangguang.disclosure.Office;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DraftApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessTokens tokens;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private String token;

    @BeforeEach
    void aSystemWithAToken() {
        office = Office.open(context);
        token = token(office.handler(), TokenScope.DRAFTS_WRITE);
    }

    @Test
    void aDraftIsHandedInSubmittedAndFollowed() throws Exception {
        String made = hand("k1", draft("关于印发方案的通知"))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        for (int again = 0; again < 2; again++) {
            mvc.perform(post(made + "/submit")
                            .header("Authorization", "Bearer " + token)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"opinion\":\"属于主动公开范围，建议公开。\"}"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("SECRECY_REVIEW"));
        }
        mvc.perform(get(made).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("SECRECY_REVIEW"))
                .andExpect(jsonPath("$.contentHash").isString());
    }

    @Test
    void theSameCallIsAnsweredTheSameAndMakesOneDraft() throws Exception {
        String body = draft("同一份");
        String first = hand("same", body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        hand("same", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(content().string(first));
        hand("same", draft("另一份"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value("intake.api.keyUsed"));

        assertThat(drafts()).isOne();
    }

    @Test
    void callsAtTheSameMomentMakeOneDraft() {
        String body = draft("同时");

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return hand("at-once", body).andReturn().getResponse().getStatus();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(201);
        assertThat(drafts()).isOne();
    }

    @Test
    void aRefusalGivesEveryReasonAndLeavesTheKeyFree() throws Exception {
        hand("again", """
                        {"organ":"%s","title":7,"column":"no-such","formedOn":"2016-02-30","colour":"red","keywords":["a",1],\
                        "normative":"yes","scope":"SECRET"}""".formatted(office.organ.value()))
                .andExpect(status().is(422))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath(
                        "$.errors[*].field",
                        containsInAnyOrder("title", "column", "formedOn", "colour", "keywords", "normative", "scope")));
        hand("no-text", """
                        {"organ":"%s","title":"a\\u0000b","summary":"\\ud800","keywords":["\\udc00"]}""".formatted(office.organ.value()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("title", "summary", "keywords")));
        hand("again", draft("改正之后")).andExpect(status().isCreated());
        hand("broken", "{\"organ\":")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value("intake.api.json"));
        hand("list", "[1]")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].code", hasItem("intake.api.object")));
    }

    @Test
    void whatADraftLacksIsToldWhenItIsSubmitted() throws Exception {
        String made = hand("empty", "{\"organ\":\"" + office.organ.value() + "\"}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        mvc.perform(post(made + "/submit")
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "en"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field", hasItem("title")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("formedOn")));
    }

    @Test
    void aFileIsAttachedOnceAndAWrongOneRefused() throws Exception {
        String made = hand("file", draft("有附件")).andReturn().getResponse().getHeader("Location");
        byte[] table = "\uFEFF项目,金额\n甲,1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        for (int again = 0; again < 2; again++) {
            attach(made, "预算表.csv", table)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.attachments.length()").value(1))
                    .andExpect(jsonPath("$.attachments[0].name").value("预算表.csv"));
        }
        attach(made, "page.html", "<script>x</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        attach(made, "预算.pdf", table).andExpect(status().is(422));
    }

    private ResultActions attach(String draft, String name, byte[] bytes) throws Exception {
        return mvc.perform(post(draft + "/attachments")
                .param("name", name)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bytes));
    }

    @Test
    void onlyATokenWithTheScopeAndTheOrganMayHandIn() throws Exception {
        String body = draft("越权");
        mvc.perform(post("/api/v1/drafts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/drafts")
                        .header("Authorization", "Bearer " + token(office.handler(), TokenScope.AUDIT_EXPORT))
                        .header("Idempotency-Key", "x")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        Office other = Office.open(context);
        String theirs = token(other.handler(), TokenScope.DRAFTS_WRITE);
        mvc.perform(post("/api/v1/drafts")
                        .header("Authorization", "Bearer " + theirs)
                        .header("Idempotency-Key", "x")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value("disclosure.refused.draftRole"));
        String mine = hand("mine", body).andReturn().getResponse().getHeader("Location");
        mvc.perform(get(mine).header("Authorization", "Bearer " + theirs)).andExpect(status().isNotFound());
        mvc.perform(get(mine)).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/drafts")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aGrantAboveHoldsForTheOrgansBelow() throws Exception {
        Officer above = office.officer("above-" + UUID.randomUUID(), Role.HANDLER);
        Office below = office.below();

        mvc.perform(post("/api/v1/drafts")
                        .header("Authorization", "Bearer " + token(above, TokenScope.DRAFTS_WRITE))
                        .header("Idempotency-Key", "below")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"organ\":\"" + below.organ.value() + "\",\"title\":\"下级\"}"))
                .andExpect(status().isCreated());
    }

    private ResultActions hand(String key, String body) throws Exception {
        return mvc.perform(post("/api/v1/drafts")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String draft(String title) {
        return """
                {"organ":"%s","title":"%s","summary":"概述","bodyHtml":"<p>正文</p>","column":"%s","formedOn":"2016-02-18",\
                "reference":"OA-1"}""".formatted(office.organ.value(), title, office.column().code());
    }

    private String token(Officer officer, TokenScope scope) {
        return ((AccessTokens.Issue.Issued) tokens.issue(officer.id(), "test", Set.of(scope), 30)).secret();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from disclosure.item where organ_id = ?")
                .param(office.organ.value())
                .query(Long.class)
                .single();
    }
}
