package org.yangguang.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the processes may take that read files of unknown origin.
 *
 * @param memory heap of one process
 * @param time after which a process is ended
 * @param processes most at a time
 * @param copyingMemory heap of a process that copies, masks or blackens
 * @param copyingTime after which such a process is ended
 */
@ConfigurationProperties("yangguang.file.reading")
record ReadingProperties(
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("60s") Duration time,
        @DefaultValue("2") int processes,
        @DefaultValue("512MB") DataSize copyingMemory,
        @DefaultValue("180s") Duration copyingTime) {}
