package org.yangguang.site;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

/** The desk shows what waits in every module, to those whom it concerns. */
@YangguangTest
class DeskWorkTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    private ResultActions desk(Officer officer) throws Exception {
        return mvc.perform(get("/console").with(Officers.as(officer))).andExpect(status().isOk());
    }

    @Test
    void aSecurityAdministratorSeesPowerfulAccountsThatAPasswordAloneOpens() throws Exception {
        Organ organ = organs.root();
        Officer system = officers.in(organ.id(), Role.SYSTEM_ADMINISTRATOR);
        Officer handler = officers.in(organ.id(), Role.HANDLER);
        String account = "/console/accounts/" + system.id().value() + "\"";

        desk(officers.in(organ.id(), Role.SECURITY_ADMINISTRATOR))
                .andExpect(content().string(containsString("督促" + system.name() + "启用两步验证")))
                .andExpect(content().string(containsString(account)))
                .andExpect(content().string(not(containsString(handler.name()))))
                .andExpect(content().string(not(containsString("逾期未公开"))));
        desk(system).andExpect(content().string(not(containsString(account))));
        desk(officers.in(organs.root().id(), Role.SECURITY_ADMINISTRATOR))
                .andExpect(content().string(not(containsString(account))));
    }

    @Test
    void anOfficeSeesThatItsGuideIsMissing() throws Exception {
        Organ organ = organs.root();
        String work = "编制" + organ.name() + "的公开指南";

        desk(officers.in(organ.id(), Role.DISCLOSURE_OFFICE))
                .andExpect(content().string(containsString(work)));
        desk(officers.in(organ.id(), Role.LEADER)).andExpect(content().string(not(containsString(work))));
    }
}
