package org.yangguang.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser for tests: Chromium as the system has it, started once for all tests of a run. A machine without it fails the
 * tests; it never skips them. {@code CHROMIUM} names another executable.
 */
public final class Browser {

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;

    private Browser() {}

    /** A window of the usual width of a desk, in Chinese; close its context after use. */
    public static Page desk() {
        return open(1280, 900, "zh-CN", true);
    }

    /** The window of a phone. */
    public static Page phone() {
        return open(375, 740, "zh-CN", true);
    }

    /** A window in which scripts are switched off. */
    public static Page withoutScripts() {
        return open(1280, 900, "zh-CN", false);
    }

    /** A window of its own, with cookies of its own. */
    public static synchronized Page open(int width, int height, String locale, boolean scripts) {
        BrowserContext context = browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(locale)
                        .setTimezoneId("Asia/Shanghai")
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    private static com.microsoft.playwright.Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path executable() {
        String named = System.getenv("CHROMIUM");
        Stream<String> places = named != null
                ? Stream.of(named)
                : Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        return places.map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium was found: install the package chromium, or name the executable in CHROMIUM"));
    }
}
