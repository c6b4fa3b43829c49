package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class PublicationProtocolTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReviewRecord record;

    @Test
    void aDraftGoesThroughThreePeopleToTheWebsite() {
        Office office = Office.open(context);

        Outcome.Done draft = office.draft(office.content("关于公布2016年部门预算的通知"));
        assertThat(draft.state()).isEqualTo(EditionState.DRAFT);

        Outcome.Done submitted = office.done(office.handler(), draft, new Move.Submit("属于第二十条第七项,建议公开。"));
        assertThat(submitted.state()).isEqualTo(EditionState.SECRECY_REVIEW);

        Outcome.Done cleared = office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉密。"));
        assertThat(cleared.state()).isEqualTo(EditionState.LEADER_REVIEW);

        Outcome.Done published = office.done(office.leader(), cleared, new Move.Approve("同意公开。"));
        assertThat(published.state()).isEqualTo(EditionState.PUBLISHED);

        assertThat(jdbc.sql("select index_number from disclosure.publication where item_id = ?")
                        .param(published.item().value())
                        .query(String.class)
                        .single())
                .endsWith("/2016-00001");
        assertThat(jdbc.sql("select channel from disclosure.release where item_id = ?")
                        .param(published.item().value())
                        .query(String.class)
                        .list())
                .containsExactly("WEBSITE");
        List<Step> steps = record.steps(published.edition());
        assertThat(steps)
                .extracting(Step::stage)
                .containsExactly(Stage.HANDLING, Stage.SECRECY, Stage.LEADERSHIP, Stage.OFFICE);
        assertThat(steps)
                .extracting(Step::contentHash)
                .containsOnly(steps.get(0).contentHash());
        assertThat(steps.get(0).contentHash()).matches("[0-9a-f]{64}");
    }
}
