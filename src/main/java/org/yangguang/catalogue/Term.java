package org.yangguang.catalogue;

import org.jspecify.annotations.Nullable;

/** A word of a controlled vocabulary, such as a subject (主题), a genre (体裁) or an audience group (服务对象). */
public record Term(String code, String name, @Nullable String nameEn, int position) {}
