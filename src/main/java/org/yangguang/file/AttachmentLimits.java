package org.yangguang.file;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached.
 *
 * @param maxSize largest file
 * @param maxTotal largest sum of one edition's files
 * @param maxCount most files of one edition
 * @param types endings of the kinds that are taken, of those that the program knows ({@link FileKind}); empty for all
 * @param chunk most bytes of one step of an upload that can be taken up again
 */
@ConfigurationProperties("yangguang.file.attachment")
public record AttachmentLimits(
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("1GB") DataSize maxTotal,
        @DefaultValue("50") int maxCount,
        @DefaultValue List<String> types,
        @DefaultValue("8MB") DataSize chunk) {}
