package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** A few figures as plain horizontal bars with their numbers, drawn as SVG without style or script; the table stands beside it. */
public record BarChart(String title, List<Bar> bars) {

    private static final int WIDTH = 720;
    private static final int LABELS = 250;
    private static final int STEP = 30;

    public record Bar(String label, BigDecimal value) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    public String svg() {
        int height = STEP * bars.size() + 6;
        Element svg = element("svg")
                .attr("viewBox", "0 0 " + WIDTH + " " + height)
                .attr("role", "img")
                .attr("class", "report-bars");
        svg.appendChild(element("title").text(title + "：" + spoken()));
        BigDecimal largest = bars.stream().map(Bar::value).reduce(BigDecimal.ONE, BigDecimal::max);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * STEP + 4;
            int length = bar.value()
                    .multiply(BigDecimal.valueOf(WIDTH - LABELS - 90L))
                    .divide(largest, MathContext.DECIMAL64)
                    .intValue();
            svg.appendChild(text(LABELS - 10, y + 16, bar.label()).attr("text-anchor", "end"));
            svg.appendChild(element("rect")
                    .attr("x", String.valueOf(LABELS))
                    .attr("y", String.valueOf(y))
                    .attr("width", String.valueOf(Math.max(length, bar.value().signum() == 0 ? 0 : 1)))
                    .attr("height", "22"));
            svg.appendChild(text(LABELS + length + 8, y + 16, Numbers.plain(bar.value())));
        }
        return svg.outerHtml();
    }

    private String spoken() {
        StringBuilder all = new StringBuilder();
        bars.forEach(bar -> all.append(all.isEmpty() ? "" : "，")
                .append(bar.label())
                .append(' ')
                .append(Numbers.plain(bar.value())));
        return all.toString();
    }

    private static Element text(int x, int y, String words) {
        return element("text")
                .attr("x", String.valueOf(x))
                .attr("y", String.valueOf(y))
                .text(words);
    }

    private static Element element(String name) {
        return new Element(Tag.valueOf(name, Parser.NamespaceSvg, org.jsoup.parser.ParseSettings.preserveCase), "");
    }
}
