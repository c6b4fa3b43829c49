package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.MappedPages;
import org.yangguang.site.MappedRecords;
import org.yangguang.site.SiteIdentity;

/** The map of the site for people, and the one for search engines in parts of {@link #PART} item ids each. */
@Controller
class SiteMaps {

    private static final int PART = 20_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final ItemCounts counts;
    private final Catalogue catalogue;
    private final Organs organs;
    private final SiteIdentity site;
    private final List<MappedPages> pages;
    private final List<MappedRecords> records;

    SiteMaps(
            VisibilityGate gate,
            PublishedItems items,
            ItemCounts counts,
            Catalogue catalogue,
            Organs organs,
            SiteIdentity site,
            List<MappedPages> pages,
            List<MappedRecords> records) {
        this.gate = gate;
        this.items = items;
        this.counts = counts;
        this.catalogue = catalogue;
        this.organs = organs;
        this.site = site;
        this.pages = pages;
        this.records = records;
    }

    @GetMapping("/sitemap")
    String map(Locale locale, Model model) {
        model.addAttribute("columns", catalogue.columns());
        model.addAttribute("counts", counts.of(ItemFilter.NONE, gate.reader()).by(Dimension.COLUMN));
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        return "disclosure/sitemap";
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String index() {
        StringBuilder xml = start("sitemapindex");
        xml.append("<sitemap><loc>").append(site.url()).append("/sitemap/pages.xml</loc></sitemap>\n");
        for (PublishedItems.MapPart part : items.parts(PART, gate.anybody())) {
            xml.append("<sitemap><loc>%s/sitemap/items-%d.xml</loc><lastmod>%s</lastmod></sitemap>\n"
                    .formatted(site.url(), part.number(), part.changed()));
        }
        for (MappedRecords each : records) {
            long last = each.last();
            for (long part = 0; last > 0 && part * PART <= last; part++) {
                xml.append("<sitemap><loc>%s/sitemap/%s-%d.xml</loc></sitemap>\n"
                        .formatted(site.url(), each.name(), part));
            }
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    @GetMapping(path = "/sitemap/pages.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String pages() {
        StringBuilder xml = start("urlset");
        for (String page : List.of(
                "/",
                "/catalogue",
                "/subjects",
                "/normative",
                "/calendar",
                "/topics",
                "/organs",
                "/on-request",
                "/about",
                "/data",
                "/data/downloads",
                "/sitemap")) {
            address(xml, page, null);
        }
        pages.stream().flatMap(each -> each.paths().stream()).sorted().forEach(page -> address(xml, page, null));
        catalogue.columns().forEach(column -> address(xml, "/columns/" + column.code(), null));
        organs.all().forEach(organ -> address(xml, "/organs/" + organ.id().value(), null));
        return xml.append("</urlset>\n").toString();
    }

    @GetMapping(path = "/sitemap/items-{part}.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String part(@PathVariable int part) {
        List<Listed> listed = part < 0 ? List.of() : items.part(part, PART, gate.anybody());
        if (listed.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        StringBuilder xml = start("urlset");
        listed.forEach(item -> address(xml, item.href(), item.publishedAt().toString()));
        return xml.append("</urlset>\n").toString();
    }

    @GetMapping(path = "/sitemap/{name:[a-z]+}-{part:[0-9]{1,12}}.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String records(@PathVariable String name, @PathVariable long part) {
        List<MappedRecords.Mapped> mapped = records.stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> each.after(part * PART - 1, PART).stream())
                .filter(each -> each.number() < (part + 1) * PART)
                .toList();
        if (mapped.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        StringBuilder xml = start("urlset");
        mapped.forEach(each -> address(xml, each.path(), each.changed().toString()));
        return xml.append("</urlset>\n").toString();
    }

    private static StringBuilder start(String element) {
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
                .append(element)
                .append(" xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n");
    }

    private void address(StringBuilder xml, String path, @Nullable String changed) {
        xml.append("<url><loc>").append(site.url()).append(path).append("</loc>");
        if (changed != null) {
            xml.append("<lastmod>").append(changed).append("</lastmod>");
        }
        xml.append("</url>\n");
    }
}
