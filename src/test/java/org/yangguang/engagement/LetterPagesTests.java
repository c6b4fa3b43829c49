package org.yangguang.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.site.FormGuard;
import org.yangguang.site.GuardedForm;
import org.yangguang.testing.Accessibility;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Console;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class LetterPagesTests {

    private static final Pattern RECEIVED =
            Pattern.compile("(\\d{4}-\\d{6,}).*?([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})", Pattern.DOTALL);
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    FormGuard guard;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Mailbox box;
    private final String mark = TestDistrict.unique();

    @BeforeEach
    void open() {
        box = Mailbox.open(context);
    }

    private ResultActions send(GuardedForm form, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/letters")
                .param("guard-token", form.token())
                .param("guard-answer", String.valueOf(form.first() + form.second()))
                .param("guard-website", "")
                .with(sent -> {
                    sent.setRemoteAddr("203.0.113." + addresses % 250);
                    return sent;
                });
        addresses++;
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    private Map<String, String> fields(String title, String text) {
        return Map.of(
                "kind",
                "CONSULTATION",
                "title",
                title,
                "text",
                text,
                "organ",
                String.valueOf(box.department.id().value()),
                "mayPublish",
                "yes");
    }

    @Test
    void aLetterSentTwiceIsOneLetterAndTellsTheSameNumberAndCode() throws Exception {
        GuardedForm form = guard.open("letter");
        Map<String, String> fields = fields("灯坏了" + mark, "门口的路灯坏了三天。");
        String first = send(form, fields)
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = send(form, fields).andReturn().getResponse().getContentAsString();
        Matcher one = RECEIVED.matcher(first);
        Matcher two = RECEIVED.matcher(second);
        assertThat(one.find()).isTrue();
        assertThat(two.find()).isTrue();
        assertThat(two.group()).isEqualTo(one.group());
        assertThat(letters("灯坏了" + mark)).isOne();

        mvc.perform(post("/letters/progress").param("number", one.group(1)).param("code", one.group(2)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("等待分办")));
        mvc.perform(post("/letters/progress").param("number", one.group(1)).param("code", "AAAA-AAAA-AAAA"))
                .andExpect(status().isNotFound());
    }

    private int letters(String title) {
        return jdbc.sql("select count(*) from engagement.letter where title = ?")
                .param(title)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasTypedIsNotLostWhenItIsRefusedAndMachinesGetNothing() throws Exception {
        GuardedForm form = guard.open("letter");
        mvc.perform(post("/letters")
                        .param("guard-token", form.token())
                        .param("title", "留下的标题")
                        .param("text", "留下的内容"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("留下的标题")))
                .andExpect(content().string(containsString("请选择类别")));
        mvc.perform(post("/letters")
                        .param("title", "没有表单")
                        .param("text", "没有表单的内容")
                        .param("kind", "COMPLAINT"))
                .andExpect(status().is(422));
        assertThat(letters("没有表单")).isZero();
    }

    @Test
    void scriptsInAnyFieldAreTextAndNothingElse() throws Exception {
        GuardedForm form = guard.open("letter");
        Map<String, String> hostile = new java.util.HashMap<>(fields("题" + mark + SCRIPT, "内容" + SCRIPT));
        for (String field : List.of("name", "phone", "email", "page", "kind", "organ")) {
            hostile.put(field, SCRIPT);
        }
        String refused = send(form, hostile)
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).doesNotContain("<script>alert", "<img src=x");

        Letter letter = box.written(new NewLetter(
                LetterKind.SUGGESTION,
                Origin.WEB,
                box.department.id(),
                SCRIPT,
                "内容" + SCRIPT,
                "",
                new Writer("某" + SCRIPT, "", "", "路" + SCRIPT),
                true));
        Console desk = Console.of(mvc, box.office);
        for (String address : List.of("/console/letters", "/console/letters/" + letter.id())) {
            desk.open(address)
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))));
        }
        desk.submit("/console/letters/" + letter.id() + "/writer")
                .andExpect(content().string(not(containsString("<script>alert"))));
        Letter published = box.published(box.answered(letter, "答复" + SCRIPT), SCRIPT, "来信" + SCRIPT, "答复" + SCRIPT);
        for (String address : List.of("/letters", "/letters/" + published.id(), "/interaction")) {
            mvc.perform(get(address))
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))));
        }
    }

    @Test
    void publishedLettersAreListedFoundFedAndGivenByTheInterface() throws Exception {
        Letter published = box.published(
                box.answered(box.written("停车" + mark, "哪里可以停车？"), "东侧有停车场。"), "停车" + mark, "哪里可以停车？", "东侧有停车场。");
        mvc.perform(get("/letters").param("q", "停车" + mark))
                .andExpect(content().string(containsString("/letters/" + published.id())));
        mvc.perform(get("/letters").param("q", "没有的词" + mark))
                .andExpect(content().string(containsString("没有符合条件")));
        mvc.perform(get("/letters/" + published.id())).andExpect(content().string(containsString("东侧有停车场")));
        mvc.perform(get("/letters/feed.atom")).andExpect(content().string(containsString("停车" + mark)));
        mvc.perform(get("/sitemap/letters-0.xml"))
                .andExpect(content().string(containsString("/letters/" + published.id() + "</loc>")));
        mvc.perform(get("/api/v1/letters")
                        .param("organ", String.valueOf(box.department.id().value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("停车" + mark)));
        mvc.perform(get("/api/v1/letters/" + published.id()))
                .andExpect(content().string(containsString("东侧有停车场")));
        mvc.perform(get("/api/v1/letters").param("size", "1000")).andExpect(status().isBadRequest());
        mvc.perform(get("/letters/statistics")).andExpect(status().isOk());
        Letter open = box.written("不公开" + mark, "这封信没有公开。");
        mvc.perform(get("/letters/" + open.id())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/letters/" + open.id())).andExpect(status().isNotFound());
    }

    @Test
    void theWriterIsMaskedUntilSomebodyAsksAndThenItIsRecorded() throws Exception {
        Letter letter = box.written(Mailbox.letter(
                box.department.id(), "低保" + mark, "我的电话是13805201234。", new Writer("孙小满", "13805201234", "", "")));
        Console desk = Console.of(mvc, box.handler);
        desk.open("/console/letters/" + letter.id())
                .andExpect(content().string(not(containsString("13805201234"))))
                .andExpect(content().string(not(containsString("孙小满"))));
        desk.submit("/console/letters/" + letter.id() + "/writer")
                .andExpect(content().string(containsString("13805201234")))
                .andExpect(content().string(containsString("孙小满")));
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'personal-data.read' and subject = ?")
                        .param("engagement.letter:" + letter.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        Console.of(mvc, box.stranger).open("/console/letters/" + letter.id()).andExpect(status().isNotFound());
    }

    @Test
    void aClerkTakesACallInByKeysAlone() throws Exception {
        Page window = Browser.desk();
        Accessibility axe = Accessibility.in(window);
        signIn(window, box.handler.login());
        window.navigate("http://localhost:" + port + "/console/letters/new");
        List<String> typed = List.of("反映路面塌陷" + mark, "建国西路路面塌陷，有安全隐患。");
        window.keyboard().press("Tab");
        window.keyboard().press("Tab");
        window.keyboard().type(typed.get(0));
        window.keyboard().press("Tab");
        window.keyboard().type(typed.get(1));
        for (int i = 0; i < 3; i++) {
            window.keyboard().press("Tab");
        }
        window.keyboard().type("周女士");
        window.keyboard().press("Tab");
        window.keyboard().type("13805209999");
        for (int i = 0; i < 4; i++) {
            window.keyboard().press("Tab");
        }
        window.keyboard().press("Enter");
        window.waitForSelector(".said");
        assertThat(window.url()).endsWith("/console/letters/new");
        assertThat(letters("反映路面塌陷" + mark)).isOne();
        List<String> violations = new ArrayList<>(axe.violations());
        window.navigate("http://localhost:" + port + "/console/letters");
        violations.addAll(axe.violations());
        window.click("text=反映路面塌陷" + mark);
        violations.addAll(axe.violations());
        assertThat(violations).isEmpty();
        window.context().close();
    }

    private void signIn(Page window, String login) {
        window.navigate("http://localhost:" + port + "/console/sign-in");
        window.fill("input[name=login]", login);
        window.fill("input[name=password]", "correct horse " + login);
        window.click("button.primary");
        window.waitForURL("**/console");
    }

    @Test
    void aReplyIsWrittenApprovedAndPublishedInTheConsole() throws Exception {
        Letter letter = box.written("绿化" + mark, "小区门口能不能多种树？");
        Console office = Console.of(mvc, box.office);
        String here = "/console/letters/" + letter.id();
        office.submit(
                here + "/acts/assign",
                "version",
                "1",
                "organ",
                String.valueOf(box.department.id().value()));
        Console handler = Console.of(mvc, box.handler);
        handler.submit(here + "/reply", "replyVersion", "0", "reply", "已列入明年计划。");
        handler.submit(here + "/reply", "replyVersion", "0", "reply", "丢不了的话")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("丢不了的话")));
        handler.submit(here + "/acts/submit-reply", "version", "2");
        handler.submit(here + "/acts/approve-reply", "version", "3").andExpect(status().isConflict());
        Console.of(mvc, box.leader)
                .submit(here + "/acts/approve-reply", "version", "3")
                .andExpect(status().is3xxRedirection());
        office.submit(here + "/mask", "shownTitle", "绿化", "question", "电话13805201234", "answer", "好")
                .andExpect(content().string(containsString("138****1234")));
        office.submit(
                        here + "/acts/publish",
                        "version",
                        "4",
                        "shownTitle",
                        "绿化" + mark,
                        "question",
                        "能不能多种树？",
                        "answer",
                        "已列入明年计划。")
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/letters/" + letter.id())).andExpect(content().string(containsString("已列入明年计划")));
    }

    @Test
    void withoutScriptsALetterIsWrittenWithThePlainQuestion() {
        Page window = Browser.withoutScripts();
        window.navigate("http://localhost:" + port + "/letters/new");
        window.check("input[value=SUGGESTION]");
        window.fill("#title", "没有脚本也能写" + mark);
        window.fill("#text", "建议增加公交班次。");
        window.selectOption("#organ", String.valueOf(box.department.id().value()));
        String question = window.locator("[data-guard-question] label").textContent();
        Matcher numbers = Pattern.compile("(\\d+)\\D+(\\d+)").matcher(question);
        assertThat(numbers.find()).isTrue();
        window.fill(
                "#guard-answer",
                String.valueOf(Integer.parseInt(numbers.group(1)) + Integer.parseInt(numbers.group(2))));
        window.click("main button.primary");
        assertThat(window.locator("h1").textContent()).contains("来信已经收到");
        window.context().close();
    }
}
