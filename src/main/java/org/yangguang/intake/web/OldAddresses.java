package org.yangguang.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.FormerAddresses;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.intake.internal.OldSite;
import org.yangguang.intake.internal.TakenTable;

/**
 * Leads from the address of an item on a former site to its page, for good (301), as long as the reader may see the item; to anybody else it
 * is an address like any other that does not exist. Comes after the pages of this site and before its files.
 */
@Component
class OldAddresses extends AbstractHandlerMapping implements FormerAddresses {

    private static final int AFTER_PAGES = 100;

    private final TakenTable taken;
    private final Editions editions;
    private final VisibilityGate gate;

    OldAddresses(TakenTable taken, Editions editions, VisibilityGate gate) {
        this.taken = taken;
        this.editions = editions;
        this.gate = gate;
        setOrder(AFTER_PAGES);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reading = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (!reading || path.startsWith("/assets/") || path.startsWith("/console") || path.startsWith("/api/")) {
            return null;
        }
        String query = request.getQueryString();
        Optional<ItemId> item = query == null ? Optional.empty() : item(path + "?" + query);
        return item.or(() -> item(path))
                .filter(found -> editions.current(found, gate.reader()).isPresent())
                .map(OldAddresses::redirect)
                .orElse(null);
    }

    @Override
    public Optional<ItemId> itemAt(String address) {
        return item(address);
    }

    private Optional<ItemId> item(String address) {
        return OldSite.address(address).flatMap(taken::at);
    }

    private static HttpRequestHandler redirect(ItemId item) {
        return (request, response) -> {
            response.setHeader(HttpHeaders.LOCATION, "/items/" + item.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setStatus(301);
        };
    }
}
