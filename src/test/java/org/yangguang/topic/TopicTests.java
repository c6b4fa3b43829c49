package org.yangguang.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;
import org.yangguang.topic.TopicEditing.Outcome;
import org.yangguang.topic.TopicEditing.Text;

@YangguangTest
class TopicTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TopicEditing editing;

    @Autowired
    TestDistrict district;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    ApplicationContext context;

    private final String code = "t" + TestDistrict.unique();

    private Officer keeper() {
        return officers.in(organs.root().id(), Role.DISTRICT_OFFICE);
    }

    @Test
    void theOfficeMakesATopicAndReadersFindItOnceItIsOpen() throws Exception {
        Console console = Console.of(mvc, keeper());
        ItemId item = district.publish(
                district.organ("住建局"),
                Contents.in(district.column("住房")).titled("公租房分配公告" + code).content());
        String page = console.submit("/console/topics", "code", code, "name", "公租房", "about", "公租房的政策。")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        console.submit(page + "/collect", "what", "http://localhost:8080/items/" + item.value());
        console.submit(page + "/collect", "what", String.valueOf(item.value()));
        mvc.perform(get("/topics/" + code)).andExpect(status().isNotFound());

        console.submit(page + "/state", "state", "OPEN");

        mvc.perform(get("/topics")).andExpect(content().string(containsString("/topics/" + code)));
        mvc.perform(get("/topics/" + code))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("公租房分配公告" + code)));
        mvc.perform(get("/items/" + item.value())).andExpect(content().string(containsString("/topics/" + code)));

        console.submit(page + "/drop", "kind", "item", "reference", String.valueOf(item.value()));
        mvc.perform(get("/topics/" + code)).andExpect(content().string(not(containsString("公租房分配公告"))));
    }

    @Test
    void whatIsWithdrawnLeavesTheTopicAtOnce() throws Exception {
        Officer keeper = keeper();
        Office office = Office.open(context);
        org.yangguang.disclosure.Outcome.Done item = office.approved(office.content("撤回的公告" + code));
        long topic = ((Outcome.Done) editing.create(keeper, new Text(code, "撤回试验", null, "")))
                .topic()
                .id();
        editing.collect(keeper, topic, String.valueOf(item.item().value()));
        editing.move(keeper, topic, Topic.State.OPEN);
        mvc.perform(get("/topics/" + code)).andExpect(content().string(containsString("撤回的公告" + code)));

        office.done(
                office.disclosureOffice(),
                item,
                new org.yangguang.disclosure.Move.Withdraw(org.yangguang.disclosure.WithdrawalReason.DUPLICATE, "重复"));

        mvc.perform(get("/topics/" + code))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("撤回的公告"))));
    }

    @Test
    void everyReasonAgainstATopicIsToldAtOnceAndNothingTypedIsLost() throws Exception {
        Outcome refused = editing.create(keeper(), new Text("No Code", " ", null, "长".repeat(2_001)));
        assertThat(keys(refused)).containsExactly("topic.refused.name", "topic.refused.about", "topic.refused.code");
        Console console = Console.of(mvc, keeper());
        console.submit("/console/topics", "code", "!", "name", "写好的名称")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("写好的名称")));
    }

    @Test
    void twoWhoChangeATopicAtOnceDoNotOverwriteEachOther() {
        Officer keeper = keeper();
        Topic topic = ((Outcome.Done) editing.create(keeper, new Text(code, "原名", null, ""))).topic();

        editing.change(keeper, topic.id(), topic.version(), new Text(code, "先改的", null, ""));
        Outcome late = editing.change(keeper, topic.id(), topic.version(), new Text(code, "后改的", null, ""));

        assertThat(keys(late)).containsExactly("topic.refused.changed");
        assertThat(editing.find(topic.id()).orElseThrow().name()).isEqualTo("先改的");
        assertThat(keys(editing.create(keeper, new Text(code, "同码", null, "")))).containsExactly("topic.refused.taken");
        assertThat(keys(editing.collect(keeper, topic.id(), "没有的文号"))).containsExactly("topic.refused.unknown");
    }

    @Test
    void otherOfficersAreKeptOut() throws Exception {
        Officer handler = officers.in(organs.root().id(), Role.HANDLER, Role.DISCLOSURE_OFFICE);
        Console console = Console.of(mvc, handler);
        console.open("/console/topics").andExpect(status().isForbidden());
        console.submit("/console/topics", "code", code, "name", "不行").andExpect(status().isForbidden());
        assertThat(keys(editing.create(handler, new Text(code, "不行", null, ""))))
                .containsExactly("topic.refused.notKeeper");
    }

    private static List<String> keys(Outcome outcome) {
        return ((Outcome.Refused) outcome)
                .reasons().stream().map(TopicEditing.Refusal::key).toList();
    }
}
