package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.testing.Await;
import org.yangguang.testing.Console;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SearchConsoleTests {

    private static final String HERE = "/console/search";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestDistrict district;

    @Autowired
    SynonymBook synonyms;

    @Autowired
    VainSearches vain;

    @Autowired
    JdbcClient jdbc;

    /** Four characters of its own. */
    private static String word(String of) {
        StringBuilder word = new StringBuilder(of);
        TestDistrict.unique().chars().limit(4).forEach(c -> word.append("甲乙丙丁戊己庚辛壬癸".charAt(c - '0')));
        return word.toString();
    }

    @Test
    void theDistrictOfficeKeepsSynonymsAndTheyWorkAtOnce() throws Exception {
        Office office = Office.open(context);
        String short_ = word("简");
        String long_ = word("全");
        district.publish(
                office.organ,
                Contents.in(office.column().id()).titled("关于" + long_ + "的通知").content());
        Await.until(() -> found(long_));
        assertThat(found(short_)).isFalse();
        Console console = signedIn(office.districtOffice());

        console.submit(HERE, "words", short_ + "＝" + long_).andExpect(status().is3xxRedirection());

        assertThat(found(short_)).isTrue();
        console.open(HERE).andExpect(content().string(containsString(short_ + " = " + long_)));
        assertThat(recorded("synonyms.added")).isPositive();

        Synonyms.Group group = group(short_);
        console.submit(HERE + "/" + group.id(), "version", "1", "words", short_ + "=" + word("别"))
                .andExpect(status().is3xxRedirection());
        assertThat(found(short_)).isFalse();
        console.submit(HERE + "/" + group.id(), "version", "1", "then", "remove")
                .andExpect(content().string(containsString("刚才被别人改过")));
        console.submit(HERE + "/" + group.id(), "version", "2", "then", "remove")
                .andExpect(status().is3xxRedirection());
        assertThat(synonyms.groups()).noneMatch(each -> each.words().contains(short_));
    }

    private Console signedIn(Officer officer) throws Exception {
        Console console = new Console(mvc);
        console.signIn(officer.login(), Office.PASSWORD);
        return console;
    }

    private Synonyms.Group group(String word) {
        return synonyms.groups().stream()
                .filter(each -> each.words().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private boolean found(String text) {
        try {
            return !mvc.perform(get("/api/v1/search").param("q", text))
                    .andReturn()
                    .getResponse()
                    .getContentAsString()
                    .contains("\"total\":0");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long recorded(String action) {
        return jdbc.sql("select count(*) from audit.entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void whatCannotBeAGroupIsRefusedWithAllReasons() {
        String taken = word("已");
        assertThat(synonyms.add(taken + "=" + word("另")).done()).isTrue();

        assertThat(synonyms.add(taken + ", 单").reasons())
                .extracting(SynonymBook.Reason::key)
                .containsExactlyInAnyOrder("search.synonyms.refused.length", "search.synonyms.refused.taken");
        assertThat(synonyms.add("").reasons())
                .extracting(SynonymBook.Reason::key)
                .containsExactly("search.synonyms.refused.few");
        assertThat(synonyms.add(word("同") + "=").reasons()).hasSize(1);
    }

    @Test
    void onlyWhoKeepsTheCatalogueChangesAndOthersOfTheOfficeRead() throws Exception {
        Office office = Office.open(context);
        Console reading = signedIn(office.disclosureOffice());
        reading.open(HERE).andExpect(status().isOk()).andExpect(content().string(not(containsString("new-words"))));
        reading.submit(HERE, "words", word("甲") + "=" + word("乙")).andExpect(status().isForbidden());
        signedIn(office.handler()).open(HERE).andExpect(status().isForbidden());
    }

    @Test
    void whatManyLookForInVainIsShownAndWhatOneTypedIsNot() throws Exception {
        Office office = Office.open(context);
        String many = word("寻");
        String one = word("独");
        for (int i = 0; i < VainSearches.SHOWN_FROM; i++) {
            mvc.perform(get("/search").param("q", many)).andExpect(status().isOk());
        }
        mvc.perform(get("/search").param("q", one)).andExpect(status().isOk());

        signedIn(office.disclosureOffice())
                .open(HERE)
                .andExpect(content().string(containsString(many)))
                .andExpect(content().string(not(containsString(one))));
        assertThat(vain.most(1_000)).anyMatch(looked -> looked.text().equals(many));
    }
}
