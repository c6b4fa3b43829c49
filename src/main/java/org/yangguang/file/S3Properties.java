package org.yangguang.file;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A store that speaks the protocol of Amazon S3, in place of the folder {@code files}.
 *
 * @param bucket name of a bucket that is there; without it files lie in the data directory
 * @param endpoint address of the service; null is Amazon's of the region
 * @param prefix what the keys begin with, such as {@code yangguang/}
 * @param accessKey null takes the credentials that the machine has (environment, role)
 */
@ConfigurationProperties("yangguang.file.s3")
record S3Properties(
        @Nullable String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String prefix,
        @Nullable String accessKey,
        @Nullable String secretKey) {}
