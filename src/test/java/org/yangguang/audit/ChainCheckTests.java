package org.yangguang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yangguang.audit.Verdict.Broken;
import org.yangguang.audit.Verdict.Fault;
import org.yangguang.audit.internal.ExportReader;
import org.yangguang.audit.internal.ExportReader.Unreadable;
import org.yangguang.audit.internal.ExportWriter;
import org.yangguang.audit.internal.VerifyCommand;
import org.yangguang.platform.Program;
import picocli.CommandLine;

/** A chain of ten entries in an export, and every way to tamper with it. */
class ChainCheckTests {

    private final List<AuditEntry> chain = chain(10, "x");
    private final Head head = new Head(10, chain.get(9).hash());

    record Tampering(String how, Consumer<List<AuditEntry>> act, long seq, Fault fault) {
        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                new Tampering("actor changed", chain -> chain.set(4, with(chain.get(4), "mallory")), 5, Fault.CHANGED),
                new Tampering("time changed", chain -> chain.set(4, later(chain.get(4))), 5, Fault.CHANGED),
                new Tampering(
                        "actor changed and hash made to fit",
                        chain -> chain.set(4, hashed(with(chain.get(4), "mallory"))),
                        6,
                        Fault.WRONG_PREVIOUS),
                new Tampering(
                        "last entry changed and hash made to fit",
                        chain -> chain.set(9, hashed(with(chain.get(9), "mallory"))),
                        10,
                        Fault.HEAD_MISMATCH),
                new Tampering("first entry removed", chain -> chain.remove(0), 1, Fault.MISSING),
                new Tampering("entry removed", chain -> chain.remove(4), 5, Fault.MISSING),
                new Tampering("entry doubled", chain -> chain.add(5, chain.get(4)), 5, Fault.FORK),
                new Tampering(
                        "another entry of the same number put in",
                        chain -> chain.add(5, hashed(with(chain.get(4), "mallory"))),
                        5,
                        Fault.FORK),
                new Tampering("two entries swapped", chain -> Collections.swap(chain, 4, 5), 5, Fault.MISSING),
                new Tampering(
                        "numbers of two entries swapped",
                        chain -> {
                            AuditEntry fifth = chain.get(4);
                            chain.set(4, numbered(chain.get(5), 5));
                            chain.set(5, numbered(fifth, 6));
                        },
                        5,
                        Fault.CHANGED),
                new Tampering("end cut off", chain -> chain.subList(6, 10).clear(), 7, Fault.CUT_OFF),
                new Tampering("everything removed", List::clear, 1, Fault.CUT_OFF),
                new Tampering(
                        "an entry added behind the head",
                        chain -> chain.add(next(chain.get(9))),
                        11,
                        Fault.HEAD_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void theFirstBrokenEntryIsNamed(Tampering tampering) throws Exception {
        List<AuditEntry> tampered = new ArrayList<>(chain);
        tampering.act().accept(tampered);

        Verdict verdict = ExportReader.verify(new StringReader(export(tampered, head)), List.of());

        assertThat(verdict).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(tampering.seq());
            assertThat(broken.fault()).isEqualTo(tampering.fault());
        });
    }

    @Test
    void anUntouchedChainIsIntact() throws Exception {
        assertThat(ExportReader.verify(
                        new StringReader(export(chain, head)),
                        List.of(head, new Head(3, chain.get(2).hash()))))
                .isEqualTo(new Verdict.Intact(10, head));
        assertThat(ExportReader.verify(new StringReader(export(List.of(), Head.ORIGIN)), List.of()))
                .isEqualTo(new Verdict.Intact(0, Head.ORIGIN));
    }

    @Test
    void aChainWrittenAnewFromBeginningToEndIsFoundByAPlaceNotedDownOutside() throws Exception {
        List<AuditEntry> forged = chain(10, "y");
        String export = export(forged, new Head(10, forged.get(9).hash()));

        assertThat(ExportReader.verify(new StringReader(export), List.of())).isInstanceOf(Verdict.Intact.class);
        assertThat(ExportReader.verify(
                        new StringReader(export),
                        List.of(new Head(4, chain.get(3).hash()))))
                .isEqualTo(new Broken(4, Fault.UNEXPECTED, 3));
    }

    @Test
    void anEndCutOffWithItsHeadIsFoundByAPlaceNotedDownOutside() throws Exception {
        String export = export(chain.subList(0, 6), new Head(6, chain.get(5).hash()));

        assertThat(ExportReader.verify(new StringReader(export), List.of())).isInstanceOf(Verdict.Intact.class);
        assertThat(ExportReader.verify(new StringReader(export), List.of(head)))
                .isEqualTo(new Broken(7, Fault.CUT_OFF, 6));
    }

    @Test
    void anExportThatBreaksOffIsCutOff() throws Exception {
        String export = export(chain, head);
        String half = export.substring(0, export.indexOf("\"seq\":8") - 1);
        assertThat(ExportReader.verify(new StringReader(half), List.of())).isEqualTo(new Broken(8, Fault.CUT_OFF, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yangguang-audit-1 | something-else | line 1",
                "\"seq\":3 | \"seq\":\"3\" | line 4",
                "\"seq\":3, | | line 4",
                "\"seq\":3, | \"seq\":3,\"seq\":3, | line 4",
                "\"seq\":3, | \"seq\":3,\"x\":3, | line 4",
                "\"seq\":3, | \"seq\":3,, | line 4",
                "Z\" | \" | line 2",
                "00Z\" | 00.0000001Z\" | line 2",
                "\"end\":\"10 | \"end\":\"ten | line 12"
            })
    void whatIsNotAnExportIsUnreadable(String part, String instead, String line) throws IOException {
        String export =
                export(chain, head).replaceFirst(java.util.regex.Pattern.quote(part), instead == null ? "" : instead);
        assertThatThrownBy(() -> ExportReader.verify(new StringReader(export), List.of()))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(line + ":");
    }

    @Test
    void aLineWithoutEndIsUnreadable() {
        assertThatThrownBy(() -> ExportReader.verify(new StringReader("x".repeat(10_000_000)), List.of()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void anExportIsCheckedOnTheCommandLineWithoutStartingAnything(@TempDir Path directory) throws Exception {
        Path good = Files.writeString(directory.resolve("good.jsonl"), export(chain, head));
        Path bad = Files.writeString(
                directory.resolve("bad.jsonl"), export(chain, head).replace("test.7", "test.9"));
        Path text = Files.writeString(directory.resolve("text.jsonl"), "hello");

        assertThat(verify("--file", good.toString()))
                .startsWith("0 INTACT, entries checked: 10")
                .contains(head.toString());
        assertThat(verify("--file", good.toString(), "--expect", head.toString()))
                .startsWith("0 ");
        assertThat(verify("--file", good.toString(), "--expect", "11:" + head.hash()))
                .startsWith("1 BROKEN at entry 11");
        assertThat(verify("--file", bad.toString())).startsWith("1 BROKEN at entry 7");
        assertThat(verify("--file", text.toString())).startsWith("2 ").contains("line 1");
        assertThat(verify("--file", directory.resolve("none").toString())).startsWith("2 There is no file");
        assertThat(verify()).startsWith("2 The chain cannot be read");
    }

    @Test
    void aPlaceIsANumberAndAHash() {
        assertThat(Head.parse(" " + head.toString().toUpperCase(java.util.Locale.ROOT) + "\n"))
                .isEqualTo(head);
        assertThatIllegalArgumentException().isThrownBy(() -> Head.parse("7"));
        assertThatIllegalArgumentException().isThrownBy(() -> Head.parse("-1:" + head.hash()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainCheck(List.of(head, new Head(10, AuditEntry.ORIGIN))));
    }

    /** Exit code and output. */
    private static String verify(String... arguments) {
        VerifyCommand command = new VerifyCommand();
        StringWriter said = new StringWriter();
        CommandLine line =
                new CommandLine(command).setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        line.parseArgs(arguments);
        int code = command.run(new Program() {
            @Override
            public <T> T bean(Class<T> type) {
                throw new IllegalStateException("started");
            }
        });
        line.getOut().flush();
        line.getErr().flush();
        return code + " " + said;
    }

    private static String export(List<AuditEntry> entries, Head head) throws IOException {
        StringWriter text = new StringWriter();
        try (ExportWriter export = new ExportWriter(text)) {
            entries.forEach(export::entry);
            export.end(head);
        }
        return text.toString();
    }

    private static List<AuditEntry> chain(int length, String actor) {
        List<AuditEntry> chain = new ArrayList<>();
        Head last = Head.ORIGIN;
        for (int i = 1; i <= length; i++) {
            Instant at = Instant.parse("2016-02-18T08:00:00Z").plusSeconds(60L * i);
            AuditEntry entry = hashed(new AuditEntry(
                    last.seq() + 1,
                    at,
                    actor,
                    "test." + i,
                    "record:" + i % 3,
                    null,
                    AuditEntry.ORIGIN,
                    last.hash(),
                    ""));
            chain.add(entry);
            last = new Head(entry.seq(), entry.hash());
        }
        return chain;
    }

    private static AuditEntry hashed(AuditEntry entry) {
        return new AuditEntry(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.previous(),
                entry.computedHash());
    }

    private static AuditEntry with(AuditEntry entry, String actor) {
        return new AuditEntry(
                entry.seq(),
                entry.at(),
                actor,
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.previous(),
                entry.hash());
    }

    private static AuditEntry later(AuditEntry entry) {
        return new AuditEntry(
                entry.seq(),
                entry.at().plusNanos(1_000),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.previous(),
                entry.hash());
    }

    private static AuditEntry numbered(AuditEntry entry, long seq) {
        return new AuditEntry(
                seq,
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.previous(),
                entry.hash());
    }

    private static AuditEntry next(AuditEntry last) {
        return hashed(new AuditEntry(
                last.seq() + 1, last.at(), "mallory", "test.added", "record:1", null, null, last.hash(), ""));
    }
}
