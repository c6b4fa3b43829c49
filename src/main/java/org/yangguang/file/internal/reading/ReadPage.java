package org.yangguang.file.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.Reading;
import org.yangguang.file.Reason;
import org.yangguang.site.SafeHtml;

/** Makes of HTML from any source a page of this site: its title apart, headings without gaps, tables with header cells. */
final class ReadPage {

    private static final int LONGEST_TITLE = 100;
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private ReadPage() {}

    static Reading.Read of(String html, String name, Pictures pictures, List<Reason> warnings) throws BadContent {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        withoutComments(page);
        images(page, pictures);
        String said = title(page);
        headings(page.body());
        page.select("table").forEach(ReadPage::table);
        String safe = SafeHtml.clean(page.body().html());
        String text = SafeHtml.plainText(safe);
        Elements shown = safe.contains("<img") ? Jsoup.parseBodyFragment(safe).select("img") : new Elements();
        if (text.isBlank() && shown.isEmpty() && said.isEmpty()) {
            throw new BadContent("file.document.nothing");
        }
        List<Reason> all = new ArrayList<>(warnings);
        pictures.warnings().stream().filter(each -> !all.contains(each)).forEach(all::add);
        long mute = shown.stream().filter(each -> each.attr("alt").isBlank()).count();
        if (mute > 0) {
            all.add(Reason.of("file.warning.altMissing", mute));
        }
        return new Reading.Read(said.isEmpty() ? stem(name) : said, safe, text, pictures.stored(), List.copyOf(all));
    }

    private static void withoutComments(Document page) {
        page.body().filter((node, depth) -> node instanceof Comment ? FilterResult.REMOVE : FilterResult.CONTINUE);
    }

    private static void images(Document page, Pictures pictures) {
        for (Element image : page.select("img")) {
            String source = image.attr("src");
            String address = pictures.holds(source) ? source : source.isBlank() ? "" : pictures.keep(source);
            if (address.isEmpty()) {
                image.remove();
            } else {
                image.attr("src", address);
            }
        }
    }

    /** The first heading when nothing stands before it, else a first line that is short and no sentence, else what the head says. */
    private static String title(Document page) {
        @Nullable Element first = page.body().selectFirst(HEADINGS + ", p, table, ul, ol, img");
        while (first != null && first.nameIs("p") && line(first).isEmpty() && first.selectFirst("img") == null) {
            first.remove();
            first = page.body().selectFirst(HEADINGS + ", p, table, ul, ol, img");
        }
        if (first != null && isTitle(first)) {
            String title = line(first);
            first.remove();
            return title;
        }
        return CleanName.line(page.title());
    }

    private static boolean isTitle(Element first) {
        String line = line(first);
        if (first.is(HEADINGS)) {
            return !line.isEmpty() && line.length() <= 3 * LONGEST_TITLE;
        }
        boolean more = first.nextElementSibling() != null;
        return first.nameIs("p") && more && line.length() <= LONGEST_TITLE && !line.matches(".*[。；;：:！!？?，,.]$");
    }

    private static String line(Element element) {
        Element shown = element.clone();
        shown.select("br").forEach(each -> each.replaceWith(new org.jsoup.nodes.TextNode("")));
        shown.select("sup").remove();
        return CleanName.line(shown.text());
    }

    /** The page's own heading is the first level: those of the text begin at the second and leave out none. */
    private static void headings(Element body) {
        int[] levels = new int[7];
        int level = 1;
        for (Element heading : body.select(HEADINGS)) {
            int was = heading.tagName().charAt(1) - '0';
            int above = 0;
            for (int i = 1; i < was; i++) {
                above = levels[i] > 0 ? Math.max(above, levels[i]) : above;
            }
            level = above == 0 ? 2 : Math.min(6, above + 1);
            levels[was] = level;
            java.util.Arrays.fill(levels, was + 1, levels.length, 0);
            heading.tagName("h" + level);
        }
    }

    /** A first row that is bold throughout is a row of headers, though its writer only made it bold. */
    private static void table(Element table) {
        table.select("th")
                .forEach(cell -> unbold(cell.attr("scope", cell.hasAttr("scope") ? cell.attr("scope") : "col")));
        if (table.selectFirst("th") != null) {
            return;
        }
        @Nullable Element row = table.selectFirst("tr");
        if (row == null || table.select("tr").size() < 2) {
            return;
        }
        Elements cells = row.select("> td");
        boolean bold = !cells.isEmpty()
                && cells.stream().allMatch(cell -> Optional.ofNullable(cell.selectFirst("strong, b"))
                        .filter(strong ->
                                strong.text().strip().equals(cell.text().strip()))
                        .isPresent());
        if (bold) {
            cells.forEach(
                    cell -> unbold(Objects.requireNonNull(cell.tagName("th").attr("scope", "col"))));
        }
    }

    private static void unbold(Element cell) {
        cell.select("strong, b").forEach(Element::unwrap);
    }

    private static String stem(String name) {
        String clean = CleanName.of(name);
        int dot = clean.lastIndexOf('.');
        return dot > 0 ? clean.substring(0, dot) : clean;
    }
}
