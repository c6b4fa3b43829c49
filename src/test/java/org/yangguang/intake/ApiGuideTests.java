package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.AccessTokens;
import org.yangguang.account.TokenScope;
import org.yangguang.disclosure.Office;
import org.yangguang.organ.Organs;
import org.yangguang.testing.YangguangTest;

/** The commands of the guide do what the guide says. */
@YangguangTest
class ApiGuideTests {

    private static final Pattern COMMAND = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Organs organs;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @TempDir
    Path place;

    @ParameterizedTest
    @ValueSource(strings = {"docs/api.md", "docs/api.zh-CN.md"})
    void everyCommandOfTheGuideWorks(String guide) throws Exception {
        Office office = Office.open(context);
        Files.writeString(place.resolve("budget.csv"), "项目,金额\n甲,1\n");
        String token = ((AccessTokens.Issue.Issued)
                        tokens.issue(office.handler().id(), "guide", Set.of(TokenScope.DRAFTS_WRITE), 1))
                .secret();
        List<String> commands = COMMAND.matcher(Files.readString(Path.of(guide)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSize(4);
        String code = organs.find(office.organ).orElseThrow().code();
        Map<String, String> known = Map.of(
                "YG",
                "http://localhost:" + port,
                "TOKEN",
                token,
                "ORGAN",
                code,
                "COLUMN",
                office.column().code());

        String made = run(commands.get(0), known, "");
        assertThat(made).contains("\"state\":\"DRAFT\"");
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(made);
        assertThat(id.find()).isTrue();
        assertThat(run(commands.get(0), known, "")).isEqualTo(made);
        assertThat(run(commands.get(1), known, id.group(1))).contains("budget.csv", "\"ready\":");
        String submitted = run(commands.get(2), known, id.group(1));
        assertThat(submitted).containsAnyOf("\"state\":\"SECRECY_REVIEW\"", "\"errors\":");
        assertThat(run(commands.get(3), known, id.group(1))).contains("\"id\":" + id.group(1), "\"state\":");
    }

    @Test
    void theSignatureThatTheGuideChecksIsTheOneThatIsSent() throws Exception {
        String body = "{\"event\":\"draft.moved\"}";

        String checked = run(
                "printf '%s.%s' \"$SECONDS_SENT\" \"$BODY\" | openssl dgst -sha256 -hmac \"$SECRET\"",
                Map.of("SECONDS_SENT", "1455761940", "BODY", body, "SECRET", "whsec_test"), "");

        assertThat(checked.strip())
                .endsWith(org.yangguang.intake.internal.Signatures.of("whsec_test", "1455761940." + body));
    }

    private String run(String command, Map<String, String> known, String draft)
            throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(place.toFile());
        shell.redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().putAll(known);
        shell.environment().put("DRAFT", draft);
        Process process = shell.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return answer;
    }
}
