package org.yangguang.site.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yangguang.site.SiteIdentity;

/** What the site is, how its data may be had, and what robots may read. */
@Controller
class AboutPages {

    private final SiteIdentity site;

    AboutPages(SiteIdentity site) {
        this.site = site;
    }

    @GetMapping("/about")
    String about() {
        return "site/about";
    }

    @GetMapping("/data")
    String data() {
        return "site/data";
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Disallow: /console/
                Disallow: /search
                Disallow: /audience
                Disallow: /kiosk
                Disallow: /preferences

                Sitemap: %s/sitemap.xml
                """.formatted(site.url());
    }
}
