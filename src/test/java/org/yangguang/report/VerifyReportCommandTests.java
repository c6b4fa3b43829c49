package org.yangguang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.report.internal.VerifyReportCommand;
import org.yangguang.statistics.Cell;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyReportCommandTests {

    @TempDir
    Path folder;

    private record Ran(int code, String output) {}

    @Test
    void aConsistentReportEndsWithZero() throws IOException {
        Ran ran = run(write(PrintedReport.ofADistrict(41)).toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.output()).contains("未发现矛盾");
    }

    @Test
    void findingsEndWithOneAndCanBeReadByPrograms() throws IOException {
        Cell total = new Cell("4", "direct", "total");
        PrintedReport report = PrintedReport.ofADistrict(42);
        Path file = write(
                report.with(total, report.figures().at(total).orElseThrow().intValue() + 1));

        Ran ran = run("--format", "json", "--language", "en", file.toString());

        JsonNode answer = JsonMapper.builder().build().readTree(ran.output());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(answer.propertyNames()).containsExactly("scheme", "findings", "unread");
        assertThat(answer.get("findings").get(0).propertyNames())
                .containsExactly("rule", "severity", "cells", "expected", "found", "message");
        assertThat(answer.get("findings").get(0).get("message").asString())
                .startsWith("Litigation without reconsideration (Total) is");
    }

    @Test
    void aFileThatIsMissingEndsWithTwoAndSaysSo() throws IOException {
        Ran ran = run(folder.resolve("nowhere.html").toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).contains("没有这个文件");
    }

    @Test
    void aFolderEndsWithTwoAndSaysSo() throws IOException {
        Ran ran = run(folder.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).contains("这是文件夹");
    }

    @Test
    void twoHundredMegabytesAreNotEvenOpened() throws IOException {
        Path large = folder.resolve("large.html");
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }

        Ran ran = run(large.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).contains("文件超过 32 MB");
    }

    private Path write(PrintedReport report) throws IOException {
        return Files.write(folder.resolve("report.html"), report.asPage().content());
    }

    private static Ran run(String... arguments) throws IOException {
        VerifyReportCommand command = new VerifyReportCommand();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        CommandLine line =
                new CommandLine(command).setOut(new java.io.PrintWriter(output, true, StandardCharsets.UTF_8));
        line.parseArgs(arguments);
        int code = command.run(null);
        line.getOut().flush();
        return new Ran(code, output.toString(StandardCharsets.UTF_8));
    }
}
