package org.yangguang.statistics;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator may set for statistics.
 *
 * @param schemes directory of own schemes, files {@code *.yaml}; none when not set
 */
@ConfigurationProperties("yangguang.statistics")
public record StatisticsProperties(@Nullable Path schemes) {}
