package org.yangguang.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Role;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class OrganPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestOrgans given;

    @Autowired
    Officers officers;

    @Autowired
    Organs organs;

    private Organ root;
    private Organ bureau;
    private Console console;

    @BeforeEach
    void anAdministratorAtTheConsole() throws Exception {
        root = given.root();
        bureau = given.below(root);
        console = Console.of(mvc, officers.in(root.id(), Role.SYSTEM_ADMINISTRATOR));
    }

    @Test
    void anOrganIsFoundedRenamedAndMergedThroughItsPages() throws Exception {
        String code = "W" + bureau.code().substring(1);
        String address = console.submit(
                        "/console/organs",
                        "parent",
                        id(root),
                        "name",
                        "网上设立局",
                        "shortName",
                        "",
                        "nameEn",
                        "",
                        "code",
                        code,
                        "kind",
                        "INSTITUTION",
                        "regionCode",
                        root.regionCode(),
                        "position",
                        "7",
                        "openedOn",
                        "2010-01-01",
                        "email",
                        "office@example.org")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Organ founded = organs.byCode(code).orElseThrow();
        assertThat(address).isEqualTo("/console/organs/" + id(founded));
        assertThat(founded.kind()).isEqualTo(OrganKind.INSTITUTION);
        console.open(address).andExpect(status().isOk());

        console.submit(
                        address + "/rename",
                        "version",
                        "1",
                        "newName",
                        "网上更名局",
                        "newShortName",
                        "",
                        "newNameEn",
                        "",
                        "from",
                        "2015-03-01")
                .andExpect(redirectedUrl(address));
        console.submit(address + "/rename", "version", "1", "newName", "又一名", "newShortName", "", "from", "2016-03-01")
                .andExpect(status().is(422));

        console.submit(address + "/merge", "version", "2", "into", id(bureau), "on", "2016-06-01")
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("name=\"confirmed\"")));
        assertThat(given.now(founded).open()).as("not before it is confirmed").isTrue();
        console.submit(address + "/merge", "version", "2", "into", id(bureau), "on", "2016-06-01", "confirmed", "yes")
                .andExpect(redirectedUrl(address));
        assertThat(given.now(founded).successor()).isEqualTo(bureau.id());
        console.open(address).andExpect(content().string(Matchers.containsString("网上更名局")));
    }

    @Test
    void whatIsWrongIsSaidAboveTheFormWithWhatWasTyped() throws Exception {
        console.submit(
                        "/console/organs/" + id(bureau) + "/contact",
                        "version",
                        "1",
                        "address",
                        "某路\"><script>1号",
                        "postCode",
                        "12",
                        "email",
                        "x")
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("value=\"某路&#34;")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("\"><script>"))));
        console.submit("/console/organs/" + id(bureau) + "/close", "version", "1", "on", "2016-02-30")
                .andExpect(status().is(422));
        console.submit("/console/organs/" + id(bureau) + "/merge", "version", "1", "on", "2016-02-03")
                .andExpect(status().is(422));
    }

    @Test
    void anOrganThatIsNotThereIsNotFound() throws Exception {
        console.open("/console/organs/999999999").andExpect(status().isNotFound());
    }

    @Test
    void theInterfaceListsOrgansInTreeOrderByPages() throws Exception {
        mvc.perform(get("/api/v1/organs")
                        .param("below", root.code())
                        .param("size", "1")
                        .param("page", "2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.page").value(2))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(bureau.id().value()))
                .andExpect(jsonPath("$.items[0].code").value(bureau.code()))
                .andExpect(jsonPath("$.items[0].kind").value("DEPARTMENT"))
                .andExpect(jsonPath("$.items[0].parent").value(root.id().value()))
                .andExpect(jsonPath("$.items[0].open").value(true))
                .andExpect(jsonPath("$.items[0].contact.phone").value(""))
                .andExpect(jsonPath("$.items[0].url").value(Matchers.matchesPattern("http.*/organs/" + id(bureau))));
    }

    @Test
    void theInterfaceNamesEveryWrongParameter() throws Exception {
        mvc.perform(get("/api/v1/organs?page=0&size=1000&kind=bureau&open=maybe&below=nowhere"))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Type", Matchers.startsWith("application/problem+json")))
                .andExpect(jsonPath("$.errors.length()").value(5));
    }

    private static String id(Organ organ) {
        return Long.toString(organ.id().value());
    }
}
