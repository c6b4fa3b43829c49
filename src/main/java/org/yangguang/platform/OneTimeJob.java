package org.yangguang.platform;

import java.util.function.Consumer;

/**
 * Work that is done once for each thing it is asked for through {@link Jobs}; a module contributes it as a bean. It must be
 * idempotent: a run that failed or was cut short is repeated, after a failure five minutes later.
 *
 * @param name unique and stable, {@code disclosure.publish-at}
 * @param work receives the id of the thing
 */
public record OneTimeJob(String name, Consumer<String> work) {}
