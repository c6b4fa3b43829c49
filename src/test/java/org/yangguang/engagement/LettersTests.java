package org.yangguang.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yangguang.engagement.Mailbox.keys;
import static org.yangguang.engagement.Mailbox.letter;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.site.FormVerdict;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;
import org.yangguang.topic.TopicMaterial;

@YangguangTest
class LettersTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Mailbox box;
    private Letters letters;
    private final String mark = TestDistrict.unique();

    @BeforeEach
    void open() {
        box = Mailbox.open(context);
        letters = box.letters;
    }

    @Test
    void aLetterIsAssignedAnsweredByTwoPeopleAndPublishedByAnother() {
        Letter letter = box.written("公交线路" + mark, "请问12路公交什么时候恢复？");
        Letter answered = box.answered(letter, "12路公交已恢复运行。");

        assertThat(answered.state()).isEqualTo(LetterState.ANSWERED);
        assertThat(answered.repliedOn()).isEqualTo(answered.receivedOn());
        assertThat(answered.workedDays()).isZero();
        assertThat(letters.replyFor(answered)).hasValue("12路公交已恢复运行。");

        Letter published = box.published(answered, "公交线路" + mark, "12路公交什么时候恢复？", "12路公交已恢复运行。");

        assertThat(published.state()).isEqualTo(LetterState.PUBLISHED);
        assertThat(letters.history(letter.id()))
                .extracting(LetterEvent::action)
                .containsExactly(
                        LetterAction.ASSIGN,
                        LetterAction.SUBMIT_REPLY,
                        LetterAction.APPROVE_REPLY,
                        LetterAction.PUBLISH);
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = ?")
                        .param("engagement.letter:" + letter.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void whoWroteTheReplyNeitherApprovesNorPublishesIt() {
        Letter letter = box.assigned(box.written("暖气" + mark, "暖气什么时候开通？"));
        letters.saveReply(box.office, letter.id(), 0, "十一月十五日开通。").value();
        Letter submitted = letters.act(
                        box.office, letter.id(), letter.version(), LetterStep.of(LetterAction.SUBMIT_REPLY))
                .value();

        assertThat(keys(letters.act(
                        box.office, letter.id(), submitted.version(), LetterStep.of(LetterAction.APPROVE_REPLY))))
                .containsExactly("engagement.refused.ownReply");

        Letter answered = letters.act(
                        box.leader, letter.id(), submitted.version(), LetterStep.of(LetterAction.APPROVE_REPLY))
                .value();
        LetterStep publish = LetterStep.publish(new LetterStep.Shown("暖气", "什么时候开通？", "十一月十五日。", ""));
        assertThat(keys(letters.act(box.office, letter.id(), answered.version(), publish)))
                .containsExactly("engagement.refused.ownPublication");
        assertThat(letters.act(box.leader, letter.id(), answered.version(), publish)
                        .done())
                .isTrue();
    }

    @Test
    void personalDataIsMaskedOrJustifiedBeforeALetterIsPublished() {
        Writer writer = new Writer("赵小禾", "13805201234", "", "");
        Letter answered = box.answered(
                box.written(letter(box.department.id(), "低保" + mark, "我叫赵小禾，电话13805201234，何时发放？", writer)), "每月十日发放。");
        LetterStep.Shown shown = new LetterStep.Shown("低保", "我叫赵小禾，电话13805201234，何时发放？", "每月十日发放。", "");

        assertThat(keys(letters.act(box.office, answered.id(), answered.version(), LetterStep.publish(shown))))
                .containsOnly("engagement.refused.personal.question");

        LetterStep.Shown masked = PublicText.masked(shown, letters.writer(answered.id()));
        assertThat(masked.question()).doesNotContain("13805201234", "赵小禾");
        assertThat(letters.act(box.office, answered.id(), answered.version(), LetterStep.publish(masked))
                        .done())
                .isTrue();

        Letter again = box.answered(box.written("热线" + mark, "办公手机是多少？"), "值班手机13805204321。");
        LetterStep.Shown duty = new LetterStep.Shown("热线", "值班手机？", "值班手机13805204321。", "单位公布的值班号码");
        assertThat(letters.act(box.office, again.id(), again.version(), LetterStep.publish(duty))
                        .done())
                .isTrue();
    }

    @Test
    void withoutConsentNothingIsPublished() {
        NewLetter silent = new NewLetter(
                LetterKind.COMPLAINT,
                Origin.HOTLINE,
                box.department.id(),
                "噪声" + mark,
                "夜间施工噪声扰民。",
                "",
                Writer.NOBODY,
                false);
        Letter answered = box.answered(box.written(silent), "已责令停工。");
        assertThat(keys(letters.act(
                        box.office,
                        answered.id(),
                        answered.version(),
                        LetterStep.publish(new LetterStep.Shown("噪声", "夜间施工。", "已停工。", "")))))
                .containsExactly("engagement.refused.noConsent");
    }

    @Test
    void ofTwoWhoActAtOnceTheSecondIsTold() {
        Letter letter = box.written("路灯" + mark, "路灯坏了三天。");
        box.assigned(letter);
        assertThat(keys(letters.act(
                        box.district, letter.id(), letter.version(), LetterStep.noted(LetterAction.MARK_SPAM, "误点"))))
                .containsExactly("engagement.refused.stale");
        letters.saveReply(box.handler, letter.id(), 0, "已派人维修。").value();
        assertThat(keys(letters.saveReply(box.office, letter.id(), 0, "别的写法")))
                .containsExactly("engagement.refused.replyStale");
        assertThat(letters.reply(letter.id()).text()).isEqualTo("已派人维修。");
    }

    @Test
    void aLetterOfAnotherOrganDoesNotExistForAnOfficer() {
        Letter letter = box.written("旧改" + mark, "旧小区改造何时开始？");
        assertThat(keys(letters.act(
                        box.stranger, letter.id(), letter.version(), LetterStep.noted(LetterAction.NOTE, "看看"))))
                .containsExactly("engagement.refused.unknown");

        Letter there = letters.act(
                        box.office,
                        letter.id(),
                        letter.version(),
                        LetterStep.to(LetterAction.TRANSFER, box.other.id(), "属于贵单位职责"))
                .value();
        assertThat(there.state()).isEqualTo(LetterState.RECEIVED);
        assertThat(letters.mayRead(box.stranger, there)).isTrue();
        assertThat(letters.mayRead(box.handler, there)).isFalse();
        assertThat(letters.mayRead(box.district, there)).isTrue();
    }

    @Test
    void theLaterLetterIsMergedIntoTheEarlierAndAnsweredWithIt() {
        Letter first = box.assigned(box.written("积水" + mark, "建国路下雨积水。"));
        Letter second = box.written("积水二" + mark, "建国路又积水了。");

        assertThat(keys(letters.act(box.handler, first.id(), first.version(), LetterStep.into(second.number()))))
                .containsExactly("engagement.refused.mergeLater");
        Letter merged = letters.act(box.handler, second.id(), second.version(), LetterStep.into(first.number()))
                .value();
        assertThat(merged.state()).isEqualTo(LetterState.MERGED);

        box.answered(first, "已疏通管道。");

        Letter after = letters.find(second.id()).orElseThrow();
        assertThat(after.repliedOn()).isNotNull();
        assertThat(letters.replyFor(after)).hasValue("已疏通管道。");
    }

    @Test
    void everyReasonAgainstALetterIsToldAtOnce() {
        NewLetter bad = new NewLetter(
                null, Origin.WEB, null, " ", "短", "javascript:alert(1)", new Writer("", "abc", "nobody@", ""), true);
        assertThat(letters.against(bad))
                .extracting(Reason::key)
                .containsExactly(
                        "engagement.refused.kind",
                        "engagement.refused.title",
                        "engagement.refused.text",
                        "engagement.refused.page",
                        "engagement.refused.phone",
                        "engagement.refused.email");
        assertThat(letters.against(new NewLetter(
                        LetterKind.ERROR_REPORT, Origin.WEB, null, "错别字", "标题有错别字", "", Writer.NOBODY, false)))
                .extracting(Reason::key)
                .contains("engagement.refused.pageMissing");
    }

    @Test
    void advertisementsAndRepetitionsAreFlaggedAndPutAwayWithoutBeingCounted() {
        Letter advertising = box.written("发票" + mark, "http://a.example http://b.example www.c.example 代开");
        assertThat(advertising.suspect()).isTrue();
        String same = "同样的话说了很多遍" + mark;
        for (int i = 0; i < 3; i++) {
            assertThat(box.written("重复", same).suspect()).isFalse();
        }
        assertThat(box.written("重复", same).suspect()).isTrue();
        int before = counted();
        letters.act(box.office, advertising.id(), advertising.version(), LetterStep.noted(LetterAction.MARK_SPAM, "广告"))
                .value();
        assertThat(counted()).isEqualTo(before - 1);
    }

    private int counted() {
        return jdbc.sql("select count(*) from engagement.fact_letter where organ_id = ?")
                .param(box.department.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aWriterLearnsTheProgressByNumberAndCodeAndRatesTheReplyOnce() {
        FormVerdict.Admitted form = new FormVerdict.Admitted("one form" + mark);
        Letter sent = box.sent(letter(box.department.id(), "学区" + mark, "学区怎样划分？"), form);
        LetterReceipt receipt = new LetterReceipt(sent.id(), sent.number(), letters.codeOf(form.token()));
        assertThat(receipt.code()).hasSize(14);
        assertThat(letters.byCode(receipt.number(), receipt.code().toLowerCase().replace("-", " ")))
                .isPresent();
        assertThat(letters.byCode(receipt.number(), "AAAA-AAAA-AAAA")).isEmpty();
        assertThat(keys(letters.rate(receipt.number(), receipt.code(), 5, "")))
                .containsExactly("engagement.refused.rateUnknown");

        box.answered(letters.find(receipt.id()).orElseThrow(), "按居住地划分。");

        assertThat(keys(letters.rate(receipt.number(), receipt.code(), 9, "")))
                .containsExactly("engagement.refused.score");
        assertThat(letters.rate(receipt.number(), receipt.code(), 4, "还可以").done())
                .isTrue();
        assertThat(keys(letters.rate(receipt.number(), receipt.code(), 1, "")))
                .containsExactly("engagement.refused.rated");
        assertThat(letters.rating(receipt.id())).hasValueSatisfying(rating -> {
            assertThat(rating.score()).isEqualTo(4);
            assertThat(rating.remark()).isEqualTo("还可以");
        });
    }

    @Test
    void lettersThatComeTogetherAreAllKeptAndEachFormBringsOne() throws Exception {
        List<FormVerdict.Admitted> forms = IntStream.range(0, 60)
                .mapToObj(i -> new FormVerdict.Admitted("together " + mark + i / 2))
                .toList();
        ExecutorService writers = Executors.newFixedThreadPool(20);
        List<Future<Letter>> sent = writers.invokeAll(forms.stream()
                .map(form -> (Callable<Letter>) () ->
                        box.sent(letter(box.department.id(), "同时来信" + form.token(), "同时寄来的信：" + form.token()), form))
                .toList());
        writers.shutdown();

        Set<String> numbers = new HashSet<>();
        for (Future<Letter> each : sent) {
            numbers.add(each.get().number());
        }
        assertThat(numbers).hasSize(30);
        assertThat(jdbc.sql("select count(*) from engagement.letter where title like ?")
                        .param("同时来信together " + mark + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
        assertThat(letters.words(sent.get(0).get().id()))
                .hasValueSatisfying(words -> assertThat(words.text()).endsWith(mark + "0"));
    }

    @Test
    void aLetterThatCannotBeKeptTakesNoOtherWithIt() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(12);
        List<Future<Letter>> sent = writers.invokeAll(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Letter>) () -> box.sent(
                        letter(box.department.id(), i == 5 ? "坏\u0000信" : "好信", "随信附上" + mark + i),
                        new FormVerdict.Admitted("spoiled " + mark + i)))
                .toList());
        writers.shutdown();

        for (int i = 0; i < 12; i++) {
            Future<Letter> each = sent.get(i);
            if (i == 5) {
                assertThatThrownBy(each::get).hasCauseInstanceOf(DataAccessException.class);
            } else {
                assertThat(each.get().title()).isEqualTo("好信");
            }
        }
    }

    @Test
    void nothingThatAWriterTypedLiesOpenInTheDatabaseAndNewKeysReachItAll() {
        Writer writer = new Writer("钱多多", "13905207777", "qian@example.org", "泉山区示例路1号");
        Letter letter =
                box.written(letter(box.department.id(), "电话13905207777，" + mark, "我家在示例路，电话13905207777。", writer));

        assertThat(letter.title()).doesNotContain("13905207777");
        String rows = jdbc.sql(
                        "select l::text || w::text from engagement.letter l join engagement.letter_writer w on w.letter_id = l.id where l.id = ?")
                .param(letter.id())
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain("钱多多", "13905207777", "qian@", "示例路");
        assertThat(letters.writer(letter.id())).isEqualTo(writer);
        assertThat(letters.words(letter.id()).orElseThrow().title()).contains("13905207777");
        assertThat(context.getBeansOfType(org.yangguang.platform.SealedColumns.class).values().stream()
                        .flatMap(each -> each.columns().stream())
                        .map(org.yangguang.platform.SealedColumns.Column::name))
                .contains(
                        "engagement.letter_writer.title",
                        "engagement.letter_writer.words",
                        "engagement.letter_writer.name",
                        "engagement.letter_writer.phone",
                        "engagement.letter_writer.rest",
                        "engagement.letter_event.note",
                        "engagement.letter_reply.sealed",
                        "engagement.letter_rating.remark");
    }

    @Test
    void periodsAreWorkingDaysAndTheAlarmComesBeforeThreeMonths() {
        LetterClock clock = context.getBean(LetterClock.class);
        assertThat(clock.due(LetterKind.CONSULTATION, LocalDate.of(2016, 9, 30)).date())
                .as("holidays are not counted, make-up days are")
                .isEqualTo(LocalDate.of(2016, 10, 12));
        LocalDate today = clock.today();
        assertThat(clock.veto(LocalDate.of(2016, 11, 30))).isEqualTo(LocalDate.of(2017, 2, 28));
        assertThat(clock.alarmingUpTo()).isEqualTo(today.plusDays(21).minusMonths(3));
        for (LetterKind kind : LetterKind.values()) {
            LocalDate last = clock.overdueUpTo(kind);
            assertThat(clock.due(kind, last).date()).isBefore(today);
            assertThat(clock.due(kind, last.plusDays(1)).date()).isAfterOrEqualTo(today);
        }
    }

    @Test
    void aPublishedLetterIsFoundAndCollectedAndGoneWhenItIsWithdrawn() {
        Letter published = box.published(
                box.answered(box.written("养犬登记" + mark, "养犬登记去哪里？"), "到社区办理。"), "养犬登记" + mark, "去哪里登记？", "到社区办理。");
        TopicMaterial material = context.getBeansOfType(TopicMaterial.class).values().stream()
                .filter(each -> each.kind().equals("letter"))
                .findFirst()
                .orElseThrow();
        assertThat(material.reference(published.number())).hasValue(String.valueOf(published.id()));
        assertThat(material.pieces(List.of(String.valueOf(published.id())))).hasSize(1);
        Await.until(() -> hits("养犬登记" + mark) == 1);

        letters.act(box.office, published.id(), published.version(), LetterStep.noted(LetterAction.WITHDRAW, "来信人要求"))
                .value();

        assertThat(material.reference(published.number())).isEmpty();
        Await.until(() -> hits("养犬登记" + mark) == 0);
    }

    private long hits(String text) {
        SearchQuery query = SearchQuery.of("\"" + text + "\"", SearchQuery.Sort.RELEVANCE, 10);
        return context.getBean(Search.class).find(query, Set.of("public")).hits().stream()
                .filter(hit -> hit.title().equals(text))
                .count();
    }
}
