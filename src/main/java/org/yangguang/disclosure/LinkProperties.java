package org.yangguang.disclosure;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links of drafts to other sites are checked.
 *
 * @param outside whether they are; without a way out of the own network it is better left off. Links within the site are always checked
 * @param timeout longest time for one address with all its redirects
 * @param redirects how many redirects are followed
 * @param distance shortest time between two calls to the same host
 * @param most how many links of one edition are checked
 * @param privateHosts names or addresses inside the own network that may be called, on any port; all others must be public and are
 *     called on the usual ports only
 */
@ConfigurationProperties("yangguang.links")
public record LinkProperties(
        @DefaultValue("true") boolean outside,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("4") int redirects,
        @DefaultValue("1s") Duration distance,
        @DefaultValue("200") int most,
        @DefaultValue List<String> privateHosts) {}
