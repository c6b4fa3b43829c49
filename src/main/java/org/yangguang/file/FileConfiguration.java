package org.yangguang.file;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.file.internal.ClamAv;
import org.yangguang.file.internal.Folder;
import org.yangguang.file.internal.S3Vault;
import org.yangguang.file.internal.TestString;
import org.yangguang.file.internal.Vault;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    FileProperties.class,
    DocumentProperties.class,
    AttachmentLimits.class,
    ReadingProperties.class,
    VirusScanProperties.class,
    S3Properties.class
})
class FileConfiguration {

    @Bean
    Vault fileVault(PlatformProperties platform, S3Properties s3) {
        return s3.bucket() == null
                ? new Folder(platform.dataDir().resolve("files"))
                : new S3Vault(s3.bucket(), s3.prefix(), s3.region(), s3.endpoint(), s3.accessKey(), s3.secretKey());
    }

    @Bean
    RecurringJob discardOldUploads(Uploads uploads) {
        return RecurringJob.every(Duration.ofHours(1), "file.discard-uploads", uploads::discardOld);
    }

    @Bean
    RecurringJob takeUnwantedFilesAway(UnwantedFiles unwanted) {
        return RecurringJob.every(Duration.ofHours(1), "file.take-away", unwanted::takeAway);
    }

    @Bean
    VirusScan testString() {
        return new TestString();
    }

    @Bean
    @ConditionalOnProperty("yangguang.file.clamav.host")
    VirusScan clamAv(VirusScanProperties clamAv) {
        return new ClamAv(Objects.requireNonNull(clamAv.host()), clamAv.port(), clamAv.timeout());
    }
}
