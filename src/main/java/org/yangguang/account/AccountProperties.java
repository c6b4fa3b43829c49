package org.yangguang.account;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param sessions how many sessions one account may have at a time; the oldest one ends
 * @param secondFactorRequired roles whose holders must use a second factor
 */
@ConfigurationProperties("yangguang.account")
public record AccountProperties(
        @DefaultValue("3") int sessions, @DefaultValue Set<Role> secondFactorRequired) {}
