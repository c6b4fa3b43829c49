package org.yangguang.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be read into a page.
 *
 * @param maxSize largest document
 */
@ConfigurationProperties("yangguang.file.document")
record DocumentProperties(@DefaultValue("50MB") DataSize maxSize) {}
