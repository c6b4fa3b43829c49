package org.yangguang.disclosure.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.FormerAddresses;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.SiteIdentity;

/** Says of links within the site whether those who will read an edition get anywhere by them: asks the database, not the network. */
@Component
class OwnLinks {

    private static final Pattern NUMBERED = Pattern.compile("/(items|attachments|organs)/([0-9]{1,18})(/.*)?");
    private static final Pattern EDITION = Pattern.compile("/editions/([0-9]{1,9})");
    private static final Pattern COLUMN = Pattern.compile("/columns/([^/]+)");
    private static final Pattern FILE = Pattern.compile("/files/([0-9a-f]{64})");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Organs organs;
    private final SiteIdentity site;
    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final ObjectProvider<FormerAddresses> former;

    OwnLinks(
            JdbcClient jdbc,
            Catalogue catalogue,
            Organs organs,
            SiteIdentity site,
            ObjectProvider<RequestMappingHandlerMapping> pages,
            ObjectProvider<FormerAddresses> former) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.organs = organs;
        this.site = site;
        this.pages = pages;
        this.former = former;
    }

    /** Path and query of an address of this site; empty when it is one of another. */
    Optional<String> pathOf(String address) {
        try {
            URI base = URI.create(site.url() + "/items/0");
            URI uri = base.resolve(address.strip().replace(" ", "%20")).normalize();
            boolean own = uri.getHost() != null
                    && uri.getHost().equalsIgnoreCase(base.getHost())
                    && port(uri) == port(base)
                    && (!BodyLinks.toTheWeb(address) || !base.getHost().equals("localhost"));
            if (!own || uri.getRawPath() == null) {
                return Optional.empty();
            }
            return Optional.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException unreadable) {
            return BodyLinks.toTheWeb(address) ? Optional.empty() : Optional.of("");
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }

    /** @param path path and query within this site */
    boolean leads(String path, Edition from) {
        String plain = decoded(path.replaceFirst("[?].*", ""));
        Matcher numbered = NUMBERED.matcher(plain);
        if (numbered.matches()) {
            long number = Long.parseLong(numbered.group(2));
            String rest = numbered.group(3) == null ? "" : numbered.group(3);
            return switch (numbered.group(1)) {
                case "items" -> item(number, rest, from);
                case "attachments" -> attachment(number, from);
                default -> organs.find(new OrganId(number)).isPresent() && (rest.isEmpty() || page(plain));
            };
        }
        Matcher column = COLUMN.matcher(plain);
        if (column.matches()) {
            return catalogue.columnByCode(column.group(1)).isPresent();
        }
        Matcher file = FILE.matcher(plain);
        if (file.matches()) {
            return file(file.group(1), from);
        }
        return !plain.startsWith("/console")
                && (page(plain)
                        || former(path)
                                .filter(item -> item(item.value(), "", from))
                                .isPresent());
    }

    private boolean item(long item, String rest, Edition from) {
        if (item == from.item().value() && rest.isEmpty()) {
            return true;
        }
        boolean open = jdbc.sql("select exists (select 1 from disclosure.publication"
                        + " where item_id = ? and visibility_key in ('public', ?))")
                .params(item, key(from))
                .query(Boolean.class)
                .single();
        Matcher edition = EDITION.matcher(rest);
        return open
                && (rest.isEmpty()
                        || !edition.matches()
                        || jdbc.sql("select exists (select 1 from disclosure.edition where item_id = ? and number = ?"
                                        + " and state in ('PUBLISHED', 'SUPERSEDED'))")
                                .params(item, Integer.parseInt(edition.group(1)))
                                .query(Boolean.class)
                                .single());
    }

    private boolean attachment(long attachment, Edition from) {
        return from.attachments().stream().anyMatch(each -> each.id().value() == attachment)
                || jdbc.sql("""
                        select exists (select 1 from disclosure.attachment a join disclosure.publication p using (edition_id)
                                        where a.id = ? and p.visibility_key in ('public', ?))""")
                        .params(attachment, key(from))
                        .query(Boolean.class)
                        .single();
    }

    private boolean file(String hash, Edition from) {
        return jdbc.sql("""
                select exists (select 1 from disclosure.edition_file f left join disclosure.publication p using (edition_id)
                                where f.file_hash = ? and (f.edition_id = ? or p.visibility_key in ('public', ?)))""")
                .params(hash, from.id().value(), key(from))
                .query(Boolean.class)
                .single();
    }

    private static String key(Edition from) {
        return VisibilityGate.key(from.content().scope(), from.content().audience(), from.organ());
    }

    private Optional<ItemId> former(String address) {
        return former.stream().flatMap(each -> each.itemAt(address).stream()).findFirst();
    }

    /** Whether some page stands at such a path. */
    private boolean page(String path) {
        if (path.isEmpty() || path.equals("/") || path.toLowerCase(Locale.ROOT).startsWith("/assets/")) {
            return !path.isEmpty();
        }
        PathContainer parsed = PathContainer.parsePath(path);
        return pages.stream()
                .flatMap(each -> each.getHandlerMethods().keySet().stream())
                .anyMatch(each -> reads(each)
                        && each.getPathPatternsCondition() != null
                        && each.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern ->
                                        !pattern.getPatternString().startsWith("/{") && pattern.matches(parsed)));
    }

    private static boolean reads(RequestMappingInfo page) {
        return page.getMethodsCondition().getMethods().isEmpty()
                || page.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return path;
        }
    }
}
