package org.yangguang.organ;

import org.jspecify.annotations.Nullable;

/**
 * An administrative region (行政区划).
 *
 * @param code GB/T 2260 code, six digits (longer for towns and streets)
 * @param parent code of the region above; null at the root
 */
public record Region(String code, @Nullable String parent, String name) {}
