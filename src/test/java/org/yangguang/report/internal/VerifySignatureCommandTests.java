package org.yangguang.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.platform.Sm3;
import picocli.CommandLine;

class VerifySignatureCommandTests {

    @TempDir
    Path folder;

    private final KeyPair keys = Sm2.newKeys();
    private Path signature;
    private Path report;
    private Path key;

    private record Ran(int code, String output) {}

    @BeforeEach
    void signed() throws IOException {
        byte[] content = "报告".getBytes(StandardCharsets.UTF_8);
        report = Files.write(folder.resolve("014320144-2016-annual-report.pdf"), content);
        signature = Files.write(
                folder.resolve("signature.json"), signature(keys, content).bytes());
        key = Files.writeString(
                folder.resolve("signing-key.pem"),
                Pem.of("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    private static Signature signature(KeyPair keys, byte[] content) {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "某区2016年度政府信息公开年度报告",
                "某区人民政府",
                "014320144",
                2016,
                "2014",
                Sm3.hex("content"),
                "2017-02-20T01:00:00Z",
                List.of(new Manifest.SignedFile("014320144-2016-annual-report.pdf", content.length, Sm3.hex(content))));
        return Signature.of(
                manifest.bytes(),
                Sm2.sign(manifest.bytes(), keys.getPrivate()),
                keys.getPublic().getEncoded());
    }

    @Test
    void whatWasSignedIsRightWithTheKeyOfTheSite() {
        Ran ran = run(signature.toString(), "--key", key.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.output()).contains("某区2016年度政府信息公开年度报告", "RIGHT    " + report);
    }

    @Test
    void aFileThatWasChangedIsNamed() throws IOException {
        Files.writeString(report, "报告，改过");

        Ran ran = run(signature.toString(), "--key", key.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output()).contains("CHANGED  " + report);
    }

    @Test
    void aFileUnderAnotherNameIsKnownByItsContentAndAForeignOneIsUnknown() throws IOException {
        Path moved = Files.move(report, folder.resolve("下载(1).pdf"));
        Path foreign = Files.writeString(folder.resolve("other.pdf"), "别的");

        assertThat(run(signature.toString(), moved.toString()).code()).isZero();
        assertThat(run(signature.toString(), foreign.toString()).output()).contains("UNKNOWN  " + foreign);
    }

    @Test
    void aSignatureWithoutAnyFileBesideItProvesNothing() throws IOException {
        Files.delete(report);

        Ran ran = run(signature.toString(), "--key", key.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).contains("None of the report's files is here");
    }

    @Test
    void aManifestSignedBySomebodyElseIsNotTakenForTheSitesOwn() throws IOException {
        Files.write(
                signature, signature(Sm2.newKeys(), Files.readAllBytes(report)).bytes());

        Ran ran = run(signature.toString(), "--key", key.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output()).contains("not signed with the key");
    }

    @Test
    void anyChangedByteOfTheManifestBreaksTheSignature() throws IOException {
        Signature right = Signature.read(Files.readAllBytes(signature));
        byte[] manifest = right.manifest();
        for (int i = 0; i < manifest.length; i += 37) {
            byte[] changed = manifest.clone();
            changed[i] ^= 1;
            assertThat(Sm2.verifies(changed, right.value(), right.key())).isFalse();
        }
    }

    @Test
    void whatIsNoSignatureIsRefusedWithASentence() throws IOException {
        for (String text : List.of("", "{}", "[1]", "{\"signed\":\"???\"}", "<html>", "null")) {
            Files.writeString(signature, text);
            assertThat(run(signature.toString()).code()).as(text).isEqualTo(2);
        }
        assertThat(run(folder.resolve("nowhere.json").toString()).output()).contains("There is no file");
    }

    @Test
    void aManifestThatNamesFilesElsewhereReadsOnlyBesideItself() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret-" + folder.getFileName()), "geheim");
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "t",
                "o",
                "c",
                2016,
                "2014",
                "h",
                "now",
                List.of(new Manifest.SignedFile("../" + secret.getFileName(), 6, Sm3.hex("geheim"))));
        Files.write(
                signature,
                Signature.of(
                                manifest.bytes(),
                                Sm2.sign(manifest.bytes(), keys.getPrivate()),
                                keys.getPublic().getEncoded())
                        .bytes());

        assertThat(run(signature.toString()).output()).doesNotContain("RIGHT");
        Files.delete(secret);
    }

    private static Ran run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output, true);
        VerifySignatureCommand command = new VerifySignatureCommand();
        CommandLine line = new CommandLine(command);
        line.setOut(printer).setErr(printer);
        line.parseArgs(arguments);
        try {
            return new Ran(command.run(null), output.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
