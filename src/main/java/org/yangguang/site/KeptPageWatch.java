package org.yangguang.site;

import org.jspecify.annotations.Nullable;

/**
 * Is told of readers who were given a kept page without the program having seen their request. Called on the thread that reads from the
 * network: it returns at once, and never asks a database.
 */
public interface KeptPageWatch {

    /**
     * A page of HTML was given, or its reader has it already.
     *
     * @param path raw path, without query
     * @param address of the other end of the connection, a proxy perhaps
     * @param forwarded {@code X-Forwarded-For} as it came, when proxies are believed
     * @param browser what the reader's program calls itself
     */
    void given(String path, String address, @Nullable String forwarded, String browser);
}
