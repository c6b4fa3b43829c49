package org.yangguang.disclosure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.disclosure.LinkProperties;
import org.yangguang.disclosure.internal.LinkOutcome.Standing;
import org.yangguang.site.SiteIdentity;

class OutsideLinksTests {

    private OtherSite site;
    private OutsideLinks links;

    @BeforeEach
    void open() throws IOException {
        site = new OtherSite();
        links = new OutsideLinks(properties(List.of("127.0.0.1"), Duration.ofSeconds(2)), identity());
    }

    @AfterEach
    void close() throws IOException {
        links.destroy();
        site.close();
    }

    static LinkProperties properties(List<String> privateHosts, Duration timeout) {
        return new LinkProperties(true, timeout, 4, Duration.ofMillis(1), 200, privateHosts);
    }

    static SiteIdentity identity() {
        return new SiteIdentity(
                "", "", "", "", "www.example.gov.cn", "", "http://www.example.gov.cn", "", "", "", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "/good, ALIVE, 200",
        "/moved, ALIVE, 200",
        "/no-head, ALIVE, 200",
        "/members, ALIVE, 403",
        "/endless, ALIVE, 200",
        "/gone, GONE, 404",
        "/broken, SILENT, 503",
        "/round, SILENT, redirects",
        "/to-inside, PRIVATE, ''",
        "/to-metadata, PRIVATE, ''",
        "/to-file, SILENT, redirects"
    })
    void whatASiteAnswersIsWhatIsTold(String path, Standing standing, String told) {
        assertThat(links.look(site.url(path))).isEqualTo(new LinkOutcome(standing, told));
    }

    @Test
    void aSiteThatNeverAnswersCostsNoMoreThanTheTimeAllowed() {
        long start = System.nanoTime();
        assertThat(links.look(site.url("/dripping"))).isEqualTo(LinkOutcome.silent("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void redirectsAreFollowedAFewTimesOnly() {
        links.look(site.url("/round"));
        assertThat(site.calls()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/admin",
                "http://10.0.0.8/oa",
                "http://192.168.1.1/",
                "http://172.16.0.9/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://2130706433/"
            })
    void theOwnNetworkIsNeverCalled(String address) throws IOException {
        OutsideLinks strict = new OutsideLinks(properties(List.of(), Duration.ofSeconds(2)), identity());
        assertThat(strict.look(address).standing()).isIn(Standing.PRIVATE, Standing.SILENT);
        assertThat(strict.look(address).told()).isIn("", "host", "redirects");
        strict.destroy();
    }

    @Test
    void unusualPortsAreLeftAlone() throws IOException {
        OutsideLinks strict = new OutsideLinks(properties(List.of(), Duration.ofSeconds(2)), identity());
        assertThat(strict.look("http://www.example.com:6379/")).isEqualTo(LinkOutcome.silent("port"));
        strict.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://", "http://user:secret@127.0.0.1/", "http://exa mple.com/", "gopher://example.com/"})
    void whatIsNoAddressIsTold(String address) {
        assertThat(links.look(address).standing()).isNotEqualTo(Standing.ALIVE);
        assertThat(site.calls()).isEmpty();
    }
}
