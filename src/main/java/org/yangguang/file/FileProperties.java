package org.yangguang.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be stored.
 *
 * @param maxImageSize largest image; raise {@code spring.servlet.multipart.max-file-size} with it
 * @param maxImagePixels most pixels of an image, width times height
 */
@ConfigurationProperties("yangguang.file")
record FileProperties(
        @DefaultValue("10MB") DataSize maxImageSize,
        @DefaultValue("60000000") long maxImagePixels) {}
