package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yangguang.file.OfficeFiles.paragraph;
import static org.yangguang.file.OfficeFiles.word;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import org.yangguang.file.internal.ClamAv;
import org.yangguang.testing.YangguangTest;

/** What may come in, and what is told at the door. */
@YangguangTest
class IntakeTests {

    @Autowired
    Intake intake;

    @Autowired
    FileReading reading;

    @Autowired
    FileStore store;

    @TempDir
    Path folder;

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("说明.docx", word(paragraph("", "正文")), "说明.docx"),
                Arguments.of("C:\\桌面\\名单.XLSX", OfficeFiles.sheet(new String[] {"姓名", "金额"}), "名单.xlsx"),
                Arguments.of("带宏.docm", BadFiles.macros(), "带宏.docm"),
                Arguments.of("决算.pdf", BadFiles.pages(2), "决算.pdf"),
                Arguments.of("解读.mp4", Films.byCamera(), "解读.mp4"),
                Arguments.of("照片.jpeg", TestImages.jpeg(9, 9), "照片.jpeg"),
                Arguments.of("𠮷😀.txt", "四字节字符".getBytes(StandardCharsets.UTF_8), "𠮷😀.txt"),
                Arguments.of("../../../etc/数据.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), "数据.csv"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsWhatItsNameSaysComesInUnderACleanName(String name, byte[] content, String kept) throws IOException {
        Intake.Result result = intake.take(name, file(content));

        assertThat(result).isInstanceOf(Intake.Result.Taken.class);
        Intake.Result.Taken taken = (Intake.Result.Taken) result;
        assertThat(taken.name()).isEqualTo(kept);
        assertThat(store.find(taken.file().hash())).contains(taken.file());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("空.pdf", new byte[0], "file.refused.empty"),
                Arguments.of("图.pdf", TestImages.png(3, 3), "file.attachment.mismatch"),
                Arguments.of("宏.docx", BadFiles.macros(), "file.attachment.mismatch"),
                Arguments.of("程序.exe", BadFiles.program(), "file.attachment.ending"),
                Arguments.of("程序.txt", BadFiles.program(), "file.attachment.type"),
                Arguments.of("图.svg", BadFiles.svgWithScript(), "file.attachment.ending"),
                Arguments.of("图.txt", BadFiles.svgWithScript(), "file.attachment.page"),
                Arguments.of("页.txt", BadFiles.pageWithScript(), "file.attachment.page"),
                Arguments.of("病.txt", BadFiles.virusTest(), "file.attachment.virus"),
                Arguments.of("笑.docx", BadFiles.billionLaughs(), "file.document.dtd"),
                Arguments.of("外.docx", BadFiles.externalEntity("http://127.0.0.1:9/x"), "file.document.dtd"),
                Arguments.of("炸.docx", BadFiles.zipBomb(), "file.document.bomb"),
                Arguments.of("炸.xlsx", BadFiles.sheetBomb(), "file.document.bomb"),
                Arguments.of("深.docx", BadFiles.xmlBomb(), "file.document.bomb"),
                Arguments.of("爬.docx", BadFiles.climbingPart(), "file.document.names"),
                Arguments.of("尾.docx", BadFiles.documentWithTail(), "file.document.mixed"),
                Arguments.of("双.png", BadFiles.pictureThatIsADocument(), "file.document.mixed"),
                Arguments.of(
                        "双.pdf", BadFiles.joined(BadFiles.pages(1), word(paragraph("", "藏"))), "file.document.mixed"),
                Arguments.of("半.docx", BadFiles.broken(), "file.document.damaged"),
                Arguments.of("半.pdf", BadFiles.brokenPdf(), "file.document.damaged"),
                Arguments.of("密.pdf", BadFiles.pdfWithPassword(), "file.document.encrypted"),
                Arguments.of("密.docx", BadFiles.encrypted(), "file.document.encrypted"),
                Arguments.of(
                        "半.mp4",
                        java.util.Arrays.copyOf(Films.byCamera(), Films.byCamera().length - 5),
                        "file.document.damaged"),
                Arguments.of(
                        "图.mp4",
                        Films.box("ftyp", "heicmif1".getBytes(StandardCharsets.US_ASCII)),
                        "file.attachment.type"),
                Arguments.of("坏.doc", BadFiles.oldWord(), "file.document.damaged"),
                Arguments.of(
                        "包.docx",
                        OfficeFiles.zip(java.util.Map.of("a.txt", new byte[] {65})),
                        "file.attachment.archive"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreRefusedWithTheReasonInLittleTime(String name, byte[] content, String reason) throws IOException {
        Path file = file(content);

        Intake.Result result = Assertions.assertTimeout(Duration.ofSeconds(30), () -> intake.take(name, file));

        assertThat(result).isInstanceOf(Intake.Result.Refused.class);
        assertThat(((Intake.Result.Refused) result).reasons())
                .extracting(Reason::key)
                .containsExactly(reason);
    }

    @Test
    void twoGigabytesAreRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }

        Intake.Result result = Assertions.assertTimeout(Duration.ofSeconds(1), () -> intake.take("录像.avi", huge));

        assertThat(((Intake.Result.Refused) result).reasons())
                .extracting(Reason::key)
                .containsExactly("file.attachment.size", "file.attachment.ending");
    }

    @Test
    void theTestStringIsFoundWhereverItStands() throws IOException {
        VirusScan scan = new org.yangguang.file.internal.TestString();
        byte[] virus = BadFiles.virusTest();

        assertThat(scan.threatIn(file(BadFiles.joined("X5O!P%@AP[4\\PZ".getBytes(StandardCharsets.US_ASCII), virus))))
                .contains("EICAR");
        assertThat(scan.threatIn(file(BadFiles.joined(new byte[70_000], virus))))
                .contains("EICAR");
        assertThat(scan.threatIn(file(Arrays.copyOf(virus, virus.length - 1)))).isEmpty();
    }

    @Test
    void aPdfOfTenThousandPagesIsReadAsFarAsASearchWants() throws IOException {
        Path file = file(BadFiles.pages(10_000));

        Optional<String> text =
                Assertions.assertTimeout(Duration.ofSeconds(75), () -> reading.text(FileKind.PDF, file));

        assertThat(text.orElseThrow())
                .startsWith("Sheet number 1 of the budget")
                .contains("Sheet number 900 of");
        assertThat(reading.page(file, 9_999).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aReaderThatTakesTooLongIsEnded() throws IOException {
        FileReading impatient = new FileReading(new ReadingProperties(
                DataSize.ofMegabytes(64), Duration.ofMillis(30), 1, DataSize.ofMegabytes(64), Duration.ofMillis(30)));

        assertThat(impatient.examine(FileKind.PDF, file(BadFiles.pages(1))).end())
                .isEqualTo(FileReading.End.TOO_LONG);
    }

    @Test
    void theWordsOfOfficeFilesAreRead() throws IOException {
        assertThat(reading.text(FileKind.WORD, file(word(paragraph("", "防汛预案") + paragraph("", "第二段"))))
                        .orElseThrow())
                .startsWith("防汛预案\n第二段\n");
        assertThat(reading.text(FileKind.SHEET, file(OfficeFiles.sheet(new String[] {"户主", "北山镇"})))
                        .orElseThrow())
                .contains("户主", "北山镇");
    }

    @Test
    void aSheetIsShownAsATable() throws IOException {
        Path sheet = file(OfficeFiles.sheet(new String[] {"街道", "户数"}, new String[] {"&lt;东街&gt;", "12"}));

        assertThat(reading.html(FileKind.SHEET, sheet).orElseThrow())
                .isEqualTo("<h2>补贴名单</h2><table><tr><th scope=\"col\">街道</th><th scope=\"col\">户数</th></tr>"
                        + "<tr><td>&lt;东街&gt;</td><td>12</td></tr></table>");
    }

    @Test
    void aDocumentIsShownWithItsPicturesInside() throws IOException {
        Path word =
                file(word(paragraph("1", "标题") + paragraph("", "正文。") + OfficeFiles.picture("r:embed=\"rId4\"", "图")));

        assertThat(reading.html(FileKind.WORD, word).orElseThrow())
                .contains("<h2>标题</h2><p>正文。</p>", "src=\"data:image/png;base64,");
    }

    @Test
    void clamAvIsAskedAndItsWordCounts() throws Exception {
        Path file = file("harmless".getBytes(StandardCharsets.US_ASCII));

        assertThat(scan("stream: OK", file)).isEmpty();
        assertThat(scan("stream: Win.Test.EICAR_HDB-1 FOUND", file)).contains("Win.Test.EICAR_HDB-1");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> scan("INSTREAM size limit exceeded. ERROR", file))
                .withMessageContaining("size limit");
    }

    @Test
    void aScannerThatIsAwayLetsNothingIn() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Intake guarded = new Intake(
                store,
                new AttachmentLimits(
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(1),
                        1,
                        java.util.List.of(),
                        DataSize.ofMegabytes(1)),
                java.util.List.of(new ClamAv("127.0.0.1", closed, Duration.ofSeconds(2))),
                reading);

        Intake.Result result = guarded.take("说明.txt", file("文字".getBytes(StandardCharsets.UTF_8)));

        assertThat(((Intake.Result.Refused) result).reasons())
                .extracting(Reason::key)
                .containsExactly("file.attachment.scanner");
    }

    /** A daemon that insists on the protocol: the command, pieces with their lengths, an empty one at the end. */
    private static Optional<String> scan(String answer, Path file) throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> {
                try (Socket client = daemon.accept()) {
                    DataInputStream in = new DataInputStream(client.getInputStream());
                    if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                        throw new IllegalStateException("UNKNOWN COMMAND");
                    }
                    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
                    for (int length = in.readInt(); length != 0; length = in.readInt()) {
                        bytes.write(in.readNBytes(length));
                    }
                    client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                    return bytes.toByteArray();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Optional<String> threat =
                    new ClamAv("127.0.0.1", daemon.getLocalPort(), Duration.ofSeconds(5)).threatIn(file);
            assertThat(received.get()).isEqualTo(Files.readAllBytes(file));
            return threat;
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "upload", ""), content);
    }
}
