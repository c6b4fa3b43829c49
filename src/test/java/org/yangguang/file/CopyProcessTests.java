package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import org.yangguang.file.internal.copying.CopyProcess.Answer;
import org.yangguang.file.internal.copying.CopyProcess.Task;
import org.yangguang.file.internal.copying.CopyProcess.Work;

/** Copying, masking and blackening of files of unknown origin, in processes whose memory and time are capped. */
class CopyProcessTests {

    private final FileReading reading = reading(DataSize.ofMegabytes(256), Duration.ofMinutes(2));

    @TempDir
    Path folder;

    static List<Arguments> bad() throws IOException {
        return CarriedThingsTests.bad().toList();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreRefusedWithTheReasonThatTheyGiveInside(FileKind kind, byte[] content) throws IOException {
        Path from = original(content);
        Copying inside = PublicCopies.copy(from, kind, folder.resolve("inside"));

        Answer answer = reading.work(kind, from, folder.resolve("copy"), Task.of(Work.COPY));

        assertThat(answer.copying()).isEqualTo(inside).isInstanceOf(Copying.Refused.class);
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void aProgramThatWasStartedByARelativePathFindsItselfFromElsewhere() throws IOException {
        String absolute = System.getProperty("java.class.path");
        Path here = Path.of("").toAbsolutePath();
        System.setProperty(
                "java.class.path",
                Stream.of(absolute.split(File.pathSeparator))
                        .map(entry ->
                                here.relativize(Path.of(entry).toAbsolutePath()).toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        try {
            assertThat(reading.work(
                                    FileKind.VIDEO,
                                    original(Films.byCamera()),
                                    folder.resolve("copy"),
                                    Task.of(Work.COPY))
                            .copying())
                    .isInstanceOf(Copying.Copied.class);
        } finally {
            System.setProperty("java.class.path", absolute);
        }
    }

    @Test
    void aFileThatTakesMoreMemoryThanAllowedEndsItsProcessAndNotThisOne() throws IOException {
        FileReading narrow = reading(DataSize.ofMegabytes(8), Duration.ofMinutes(2));

        Answer answer =
                narrow.work(FileKind.PDF, original(BadFiles.pages(10_000)), folder.resolve("copy"), Task.of(Work.COPY));

        assertThat(answer.copying()).isEqualTo(new Copying.Refused(List.of(Reason.of("file.copy.failed"))));
    }

    @Test
    void aFileThatTakesTooLongIsEndedAndSaidToBe() throws IOException {
        FileReading impatient = reading(DataSize.ofMegabytes(256), Duration.ofMillis(50));

        Answer answer = impatient.work(
                FileKind.PDF, original(BadFiles.pages(10_000)), folder.resolve("copy"), Task.of(Work.COPY));

        assertThat(answer.copying()).isEqualTo(new Copying.Refused(List.of(Reason.of("file.copy.tooLong"))));
    }

    @Test
    void whatAFileCarriesIsToldAsItIsInside() throws IOException {
        Path from = folder.resolve("original");
        try (PDDocument document = Loader.loadPDF(BadFiles.pages(1))) {
            document.getDocumentInformation().setAuthor("赵作者");
            document.save(from.toFile());
        }
        Copying inside = PublicCopies.copy(from, FileKind.PDF, folder.resolve("inside"));

        Answer answer = reading.work(FileKind.PDF, from, folder.resolve("copy"), Task.of(Work.COPY));

        assertThat(answer.copying()).isEqualTo(inside).isInstanceOf(Copying.Copied.class);
        assertThat(((Copying.Copied) answer.copying()).carried())
                .extracting(Carried::what)
                .contains(Carried.What.AUTHOR);
        assertThat(folder.resolve("copy")).isNotEmptyFile();
    }

    @Test
    void columnsAreMaskedAndTablesTold() throws IOException {
        Path from =
                original(OfficeFiles.sheet(new String[] {"姓名", "身份证号码"}, new String[] {"张三", "11010519491231002X"}));

        Answer answer = reading.work(
                FileKind.SHEET,
                from,
                folder.resolve("masked"),
                new Task(Work.MASK, List.of(), Map.of(0, Map.of(1, ColumnMask.CITIZEN_ID)), 0, 0));
        Answer tables =
                reading.work(FileKind.SHEET, folder.resolve("masked"), folder.resolve("none"), Task.of(Work.TABLES));

        assertThat(answer.made()).isEqualTo(FileKind.SHEET);
        assertThat(tables.tables()).singleElement().satisfies(table -> {
            assertThat(table.headings()).containsExactly("姓名", "身份证号码");
            assertThat(table.values(1)).containsExactly("110***********002X");
        });
    }

    @Test
    void pagesAreCountedDrawnAndBlackened() throws IOException {
        Path from = original(BadFiles.pages(2));

        assertThat(reading.work(FileKind.PDF, from, folder.resolve("none"), Task.of(Work.PAGES))
                        .pages())
                .isEqualTo(2);
        assertThat(reading.work(
                                FileKind.PDF,
                                from,
                                folder.resolve("picture"),
                                new Task(Work.PICTURE, List.of(), Map.of(), 2, 300))
                        .made())
                .isEqualTo(FileKind.PNG);
        assertThat(reading.work(
                                FileKind.PDF,
                                from,
                                folder.resolve("none"),
                                new Task(Work.PICTURE, List.of(), Map.of(), 3, 300))
                        .made())
                .isNull();
        assertThat(reading.work(
                                FileKind.PDF,
                                from,
                                folder.resolve("redacted"),
                                new Task(
                                        Work.REDACT,
                                        List.of(new RedactionMark(1, 0.1, 0.1, 0.5, 0.1, "个人隐私")),
                                        Map.of(),
                                        0,
                                        0))
                        .made())
                .isEqualTo(FileKind.PDF);
        assertThat(folder.resolve("redacted")).isNotEmptyFile();
    }

    private Path original(byte[] content) throws IOException {
        return Files.write(folder.resolve("original"), content);
    }

    private static FileReading reading(DataSize memory, Duration time) {
        return new FileReading(new ReadingProperties(memory, time, 2, memory, time));
    }
}
