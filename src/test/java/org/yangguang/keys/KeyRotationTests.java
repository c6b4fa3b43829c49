package org.yangguang.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.Letters;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Writer;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.SealedColumns;
import org.yangguang.platform.SealedColumns.Column;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.SealedText.Place;
import org.yangguang.platform.SealingKeys;
import org.yangguang.request.Case;
import org.yangguang.request.Desk;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.CaseArchive;
import org.yangguang.site.FormVerdict;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class KeyRotationTests {

    private static final int ROWS = 1_203;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private SealingKeys keys;
    private SealedText sealed;
    private BlindIndex index;
    private KeyRotation rotation;

    @BeforeEach
    void aTableOfSealedValues() {
        keys = SealingKeys.in(directory.resolve("keys"), clock);
        sealed = new SealedText(keys);
        index = new BlindIndex(keys);
        SealedColumns columns = () -> List.of(
                new Column("public.sealed_test", "id", "name", "name_hash"),
                new Column("public.sealed_test", "id", "address", null));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("columns", columns);
        rotation = new KeyRotation(
                beans.getBeanProvider(SealedColumns.class), keys, sealed, index, jdbc, audit, transactions, clock);
        jdbc.sql("create table public.sealed_test (id bigint primary key, name bytea, name_hash bytea, address bytea)")
                .update();
        for (long id = 1; id <= ROWS; id++) {
            add(id);
        }
        jdbc.sql("insert into public.sealed_test (id) values (99999)").update();
    }

    @AfterEach
    void drop() {
        jdbc.sql("drop table public.sealed_test").update();
    }

    @Test
    void everythingIsSealedAnewAndFoundAgain() {
        KeyRotation.Done done = rotation.rotate(line -> {});

        assertThat(done).isEqualTo(new KeyRotation.Done(2, false, 2L * ROWS, List.of()));
        assertThat(rotation.remaining()).isZero();
        everythingIsThere();
        assertThat(rotation.dropOld()).isEqualTo(KeyRotation.Drop.TOO_EARLY);
        clock.forward(Duration.ofHours(2));
        assertThat(rotation.dropOld()).isEqualTo(KeyRotation.Drop.DROPPED);
        assertThat(keys.all()).hasSize(1);
        everythingIsThere();
    }

    @Test
    void aRunThatWasCutShortIsFinishedWithTheSameKey() {
        assertThatThrownBy(() -> rotation.rotate(line -> {
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessage("the machine stops");
        assertThat(rotation.remaining()).isEqualTo(ROWS);
        everythingIsThere();
        clock.forward(Duration.ofHours(2));
        assertThat(rotation.dropOld()).isEqualTo(KeyRotation.Drop.NEEDED);

        KeyRotation.Done done = rotation.rotate(line -> {});

        assertThat(done).isEqualTo(new KeyRotation.Done(2, true, ROWS, List.of()));
        assertThat(rotation.remaining()).isZero();
        everythingIsThere();
    }

    @Test
    void whatTheProgramKeepsOfApplicantsAndWritersIsSealedAnewThoughItStopsInTheMiddle() throws Exception {
        Requests requests = context.getBean(Requests.class);
        Desk desk = Desk.open(context);
        LocalDate day = LocalDate.of(2022, 3, 1);
        Case closed = desk.served(desk.inHand(day), day, Desk.granted());
        context.getBean(CaseArchive.class).archive(closed.id(), "test");
        var applicant = requests.applicant(closed.id()).orElseThrow();
        Letters box = context.getBean(Letters.class);
        Writer writer = new Writer("赵小禾", "13805201234", "", "");
        FormVerdict.Admitted form = new FormVerdict.Admitted("rotation " + closed.number());
        String number = box.receiveFromPublic(
                        new NewLetter(
                                LetterKind.CONSULTATION,
                                Origin.WEB,
                                desk.organ.id(),
                                "暖气",
                                "暖气什么时候开通？",
                                "",
                                writer,
                                true),
                        form)
                .value();
        long letter = box.byCode(number, box.codeOf(form.token())).orElseThrow().id();
        KeyRotation own = context.getBean(KeyRotation.class);
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> own.rotate(line -> {
                    told.add(line);
                    if (line.startsWith("request.applicant.")) {
                        throw new IllegalStateException("the machine stops");
                    }
                }))
                .hasMessage("the machine stops");
        assertThat(own.remaining()).isPositive();
        assertThat(requests.applicant(closed.id())).contains(applicant);

        KeyRotation.Done done = own.rotate(told::add);

        assertThat(done.finished()).isTrue();
        assertThat(own.remaining()).isZero();
        assertThat(told)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .contains(
                        "request.applicant.name",
                        "request.applicant.identity",
                        "request.applicant.phone",
                        "request.applicant.rest",
                        "request.event_text.sealed",
                        "request.letter.sealed",
                        "request.archive.key")
                .anyMatch(column -> column.startsWith("engagement.letter_writer."));
        assertThat(requests.applicant(closed.id())).contains(applicant);
        assertThat(requests.reply(closed)).contains(Desk.granted());
        assertThat(context.getBean(CaseArchive.class).open(closed.id())).isPresent();
        assertThat(box.writer(letter)).isEqualTo(writer);
        assertThat(requests.find(desk.inHand(day).id()))
                .as("new ones are taken in")
                .isPresent();
    }

    @Test
    void aValueThatDoesNotOpenIsNamedAndStopsNothing() {
        jdbc.sql("update public.sealed_test set name = (select name from public.sealed_test where id = 8) where id = 7")
                .update();
        List<String> told = new ArrayList<>();

        KeyRotation.Done done = rotation.rotate(told::add);

        assertThat(done.unopenable()).containsExactly("public.sealed_test.name:7");
        assertThat(done.values()).isEqualTo(2L * ROWS - 1);
        assertThat(told)
                .containsExactly("public.sealed_test.name: " + (ROWS - 1), "public.sealed_test.address: " + ROWS);
        clock.forward(Duration.ofHours(2));
        assertThat(rotation.dropOld()).isEqualTo(KeyRotation.Drop.NEEDED);
    }

    private void add(long id) {
        jdbc.sql("insert into public.sealed_test values (:id, :name, :hash, :address)")
                .param("id", id)
                .param("name", sealed.seal("申请人" + id, new Place("public.sealed_test.name", id)))
                .param("hash", index.of("申请人" + id, "public.sealed_test.name"))
                .param("address", sealed.seal("地址" + id, new Place("public.sealed_test.address", id)))
                .update();
    }

    private void everythingIsThere() {
        for (long id : new long[] {1, 500, 501, ROWS}) {
            Row row = jdbc.sql("select name, address from public.sealed_test where id = :id")
                    .param("id", id)
                    .query(Row.class)
                    .single();
            assertThat(sealed.open(row.name(), new Place("public.sealed_test.name", id)))
                    .isEqualTo("申请人" + id);
            assertThat(sealed.open(row.address(), new Place("public.sealed_test.address", id)))
                    .isEqualTo("地址" + id);
            assertThat(jdbc.sql("select id from public.sealed_test where name_hash in (:hashes)")
                            .param("hashes", index.candidates("申请人 " + id, "public.sealed_test.name"))
                            .query(Long.class)
                            .list())
                    .containsExactly(id);
        }
    }

    private record Row(byte[] name, byte[] address) {}
}
