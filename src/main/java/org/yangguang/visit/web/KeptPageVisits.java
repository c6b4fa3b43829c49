package org.yangguang.visit.web;

import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yangguang.site.KeptPageWatch;
import org.yangguang.visit.internal.VisitCounter;

/** Counts readers of kept pages as the filter counts all others: the same reader through the same proxies is the same visitor. */
@Component
class KeptPageVisits implements KeptPageWatch {

    private final VisitCounter visits;
    private final Pattern ownProxies;

    KeptPageVisits(VisitCounter visits, @Value("${server.tomcat.remoteip.internal-proxies:}") String ownProxies) {
        this.visits = visits;
        this.ownProxies = Pattern.compile(ownProxies.isEmpty() ? new RemoteIpValve().getInternalProxies() : ownProxies);
    }

    @Override
    public void given(String path, String address, @Nullable String forwarded, String browser) {
        visits.later(() -> {
            if (VisitFilter.counts(path, browser)) {
                visits.seen(path, reader(address, forwarded) + "\n" + browser);
            }
        });
    }

    /** The address that the outermost of our own proxies saw. */
    private String reader(String address, @Nullable String forwarded) {
        if (forwarded == null || !ownProxies.matcher(address).matches()) {
            return address;
        }
        String[] way = forwarded.split(",");
        for (int i = way.length - 1; i >= 0; i--) {
            String step = way[i].strip();
            if (!ownProxies.matcher(step).matches() || i == 0) {
                return step;
            }
        }
        return address;
    }
}
