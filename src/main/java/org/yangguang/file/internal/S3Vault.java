package org.yangguang.file.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket of a service that speaks the protocol of Amazon S3, each under its hash. Only what every such service knows is used:
 * whole objects with a signed hash of their content, no check sums in trailers.
 */
public final class S3Vault implements Vault, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    public S3Vault(
            String bucket,
            String prefix,
            String region,
            @Nullable URI endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey) {
        this.bucket = bucket;
        this.prefix = prefix;
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(60)))
                .region(Region.of(region))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        service -> service.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        if (accessKey != null && secretKey != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        }
        this.client = builder.build();
    }

    @Override
    public void put(String hash, byte[] content) {
        put(hash, content.length, RequestBody.fromBytes(content));
    }

    @Override
    public void put(String hash, Path content) {
        put(hash, content.toFile().length(), RequestBody.fromFile(content));
    }

    private void put(String hash, long size, RequestBody content) {
        try {
            if (!there(hash, size)) {
                client.putObject(object -> object.bucket(bucket).key(key(hash)), content);
            }
        } catch (SdkException e) {
            throw failed("store", e);
        }
    }

    private boolean there(String hash, long size) {
        try {
            return client.headObject(object -> object.bucket(bucket).key(key(hash)))
                            .contentLength()
                    == size;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public InputStream open(String hash) {
        try {
            return client.getObject(object -> object.bucket(bucket).key(key(hash)));
        } catch (SdkException e) {
            throw failed("give", e);
        }
    }

    @Override
    public void remove(String hash) {
        try {
            client.deleteObject(object -> object.bucket(bucket).key(key(hash)));
        } catch (SdkException e) {
            throw failed("take away", e);
        }
    }

    private String key(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a hash");
        }
        return prefix + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    private UncheckedIOException failed(String what, SdkException e) {
        return new UncheckedIOException(
                new IOException("the object store of bucket " + bucket + " did not " + what + " a file", e));
    }

    @Override
    public void close() {
        client.close();
    }
}
