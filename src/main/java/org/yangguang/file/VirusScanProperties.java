package org.yangguang.file;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner, a ClamAV daemon that listens on TCP.
 *
 * @param host its name or address; without it files are only searched for the test string
 * @param timeout longest wait for each answer
 */
@ConfigurationProperties("yangguang.file.clamav")
record VirusScanProperties(
        @Nullable String host,
        @DefaultValue("3310") int port,
        @DefaultValue("60s") Duration timeout) {}
