package org.yangguang.file;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.file.internal.Folder;
import org.yangguang.file.internal.Vault;
import org.yangguang.platform.PlatformProperties;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FileProperties.class, DocumentProperties.class, AttachmentLimits.class})
class FileConfiguration {

    @Bean
    Vault fileVault(PlatformProperties platform) {
        return new Folder(platform.dataDir().resolve("files"));
    }
}
