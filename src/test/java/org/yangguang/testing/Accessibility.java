package org.yangguang.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe for violations of WCAG 2.1 A and AA; axe is put into a window once, so that asking about many pages and views is cheap. */
public final class Accessibility {

    private static final String ASK = """
            async views => {
                const found = [];
                const drawn = ["color-contrast", "scrollable-region-focusable", "link-in-text-block"];
                const before = document.documentElement.className;
                for (const [at, view] of views.entries()) {
                    document.documentElement.className = view;
                    const runOnly = at === 0
                        ? {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
                        : {type: "rule", values: drawn};
                    const result = await axe.run({runOnly, resultTypes: ["violations"]});
                    result.violations.forEach(each => found.push(" [" + view + "]: " + each.id + " " + each.nodes[0].html));
                }
                document.documentElement.className = before;
                return found;
            }""";

    private final Page window;

    private Accessibility(Page window) {
        this.window = window;
    }

    /** Prepares the window; call it before a page is opened. */
    public static Accessibility in(Page window) {
        try (InputStream script =
                Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            window.addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Accessibility(window);
    }

    /** What the page that is open violates. */
    public List<String> violations() {
        return violations(List.of(""));
    }

    /** @param views classes of the root element; after the first only rules that depend on how a page is drawn are asked about */
    @SuppressWarnings("unchecked")
    public List<String> violations(List<String> views) {
        return (List<String>) window.evaluate(ASK, views);
    }
}
