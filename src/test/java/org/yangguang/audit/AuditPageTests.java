package org.yangguang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.internal.ExportReader;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AuditPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    PlatformTransactionManager transactions;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void theAuditAdministratorFindsEntriesByWhoWhatAndWhen() throws Exception {
        record("zhang.wei", "test.first");
        record("li.na", "test.second");

        mvc.perform(get("/console/audit").with(auditor()).param("subject", subject))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("zhang.wei")))
                .andExpect(content().string(containsString("test.second")));
        mvc.perform(get("/console/audit")
                        .with(auditor())
                        .param("subject", subject)
                        .param("actor", "li.na"))
                .andExpect(content().string(not(containsString("zhang.wei"))));
        mvc.perform(get("/console/audit")
                        .with(auditor())
                        .param("subject", subject)
                        .param("action", "test."))
                .andExpect(content().string(containsString("test.first")));
        mvc.perform(get("/console/audit")
                        .with(auditor())
                        .param("subject", subject)
                        .param("until", "2016-01-01"))
                .andExpect(content().string(not(containsString("zhang.wei"))));
    }

    @Test
    void whatIsTypedInStrangelyNeverBreaksThePage() throws Exception {
        for (String strange :
                List.of("\0", "'; drop table x", "99999-99-99", "+999999999-01-01", "%", "<script>", "-1")) {
            for (String field : List.of("actor", "action", "subject", "from", "until", "before")) {
                mvc.perform(get("/console/audit").with(auditor()).param(field, strange))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("<script>"))));
            }
        }
    }

    @Test
    void manyEntriesAreReadPageByPage() throws Exception {
        List<Act> acts = IntStream.range(0, 60)
                .mapToObj(i -> new Act("test.act-%02d".formatted(i), subject, null, null))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.recordAll("test", acts));
        long tenth = log.newest(new AuditFilter(null, null, subject, null, null, null), 50)
                .get(49)
                .seq();

        mvc.perform(get("/console/audit").with(auditor()).param("subject", subject))
                .andExpect(content().string(containsString("test.act-10")))
                .andExpect(content().string(not(containsString("test.act-09"))))
                .andExpect(content().string(containsString("before=" + tenth)));
        mvc.perform(get("/console/audit")
                        .with(auditor())
                        .param("subject", subject)
                        .param("before", "" + tenth))
                .andExpect(content().string(containsString("test.act-00")))
                .andExpect(content().string(not(containsString("test.act-10"))));
    }

    @Test
    void theChainIsCheckedAtAPressOfAButtonAndTheCheckIsAnEntry() throws Exception {
        record("zhang.wei", "test.first");
        mvc.perform(post("/console/audit/verify").with(auditor()).with(csrf()))
                .andExpect(redirectedUrl("/console/audit"))
                .andExpect(flash().attribute("verdict", Matchers.instanceOf(Verdict.Intact.class)));
        assertThat(log.newest(new AuditFilter(null, "audit.verified", null, null, null, null), 1))
                .hasSize(1);

        mvc.perform(post("/console/audit/verify")
                        .with(auditor())
                        .with(csrf())
                        .param("expect", "1:" + AuditEntry.ORIGIN))
                .andExpect(flash().attribute("verdict", new Verdict.Broken(1, Verdict.Fault.UNEXPECTED, 0)));
        mvc.perform(post("/console/audit/verify").with(auditor()).with(csrf()).param("expect", "nonsense"))
                .andExpect(flash().attribute("badExpectation", "nonsense"));
        mvc.perform(get("/console/audit")
                        .with(auditor())
                        .flashAttr("verdict", new Verdict.Broken(7, Verdict.Fault.CHANGED, 6)))
                .andExpect(content().string(containsString("role=\"alert\"")));
    }

    @Test
    void anExportCanBeCheckedAnywhere() throws Exception {
        record("zhang.wei", "test.first");
        Head before = log.head();
        String export = mvc.perform(get("/console/audit/export").with(auditor()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ExportReader.verify(new StringReader(export), List.of(before)))
                .isInstanceOfSatisfying(
                        Verdict.Intact.class,
                        intact -> assertThat(intact.head().seq()).isEqualTo(before.seq() + 1));
    }

    @Test
    void nobodyElseSeesTheChain() throws Exception {
        for (String role : List.of("SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "HANDLER", "LEADER")) {
            mvc.perform(get("/console/audit").with(user("other").roles(role))).andExpect(status().isForbidden());
            mvc.perform(get("/console/audit/export").with(user("other").roles(role)))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/console/audit/verify")
                            .with(user("other").roles(role))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/console/audit")).andExpect(status().is3xxRedirection());
        long checks = checks();
        mvc.perform(post("/console/audit/verify").with(auditor()));
        assertThat(checks()).as("without a form token nothing happens").isEqualTo(checks);
    }

    private int checks() {
        return log.newest(new AuditFilter(null, "audit.verified", null, null, null, null), 1_000)
                .size();
    }

    private void record(String actor, String action) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> trail.record(actor, action, subject, null, "x"));
    }

    private static RequestPostProcessor auditor() {
        return user("auditor").roles("AUDIT_ADMINISTRATOR");
    }
}
