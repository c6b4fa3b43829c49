package org.yangguang.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are delivered.
 *
 * @param cache most memory for kept pages; 0 keeps none
 * @param making most pages that are made at the same time in each of three lines: without parameters, with parameters, searches
 * @param waiting how many requests may wait for their turn in each line; the next one is told to come again
 */
@ConfigurationProperties("yangguang.pages")
public record DeliveryProperties(
        @DefaultValue("48MB") DataSize cache,
        @DefaultValue("5") int making,
        @DefaultValue("50") int waiting) {}
