package org.yangguang.account.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of the console and nothing else, whatever the address bar says. */
final class ConsoleAddress {

    static final String HOME = "/console";

    private static final Pattern OURS = Pattern.compile("/console(/[\\w\\-./%]*)?(\\?[\\w\\-.~%&=+,:/]*)?");

    private ConsoleAddress() {}

    static String safe(@Nullable String address) {
        if (address == null) {
            return HOME;
        }
        boolean fits = address.length() <= 500
                && OURS.matcher(address).matches()
                && !address.contains("//")
                && !address.contains("..")
                && !address.startsWith(SignInPages.PATH);
        return fits ? address : HOME;
    }
}
