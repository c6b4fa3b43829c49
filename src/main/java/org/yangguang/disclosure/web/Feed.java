package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.Organs;
import org.yangguang.site.AtomFeed;
import org.yangguang.site.BadParameters;
import org.yangguang.site.SiteIdentity;

/** What is new, as an Atom feed (RFC 4287), of the whole site or of a list with filters. It holds what everybody may see. */
@Controller
class Feed {

    private static final int ENTRIES = 50;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SiteIdentity site;

    Feed(VisibilityGate gate, PublishedItems items, Organs organs, Catalogue catalogue, SiteIdentity site) {
        this.gate = gate;
        this.items = items;
        this.organs = organs;
        this.catalogue = catalogue;
        this.site = site;
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed(@RequestParam Map<String, String> parameters) {
        ListQuery query = query(parameters);
        List<Listed> latest = items.list(query.filter(), ItemOrder.PUBLISHED, 0, ENTRIES, gate.anybody());
        ListAddress address = new ListAddress(site.url() + "/feed.atom", parameters);
        return new AtomFeed(
                        site.name(),
                        address.toString(),
                        site.url() + "/",
                        latest.stream().map(this::entry).toList())
                .answer();
    }

    private AtomFeed.Entry entry(Listed item) {
        return new AtomFeed.Entry(
                site.url() + item.href(),
                item.title(),
                item.firstPublishedAt(),
                item.publishedAt(),
                item.organName(),
                item.indexNumber());
    }

    private ListQuery query(Map<String, String> parameters) {
        try {
            return new ListQuery.Reading(organs, catalogue, parameters).query(null, ENTRIES, ENTRIES);
        } catch (BadParameters bad) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, bad.getMessage(), bad);
        }
    }
}
