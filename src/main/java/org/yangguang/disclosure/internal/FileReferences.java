package org.yangguang.disclosure.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stored files that a body shows, by their addresses {@code /files/<hash>}. */
public final class FileReferences {

    private static final Pattern ADDRESS = Pattern.compile("/files/([0-9a-f]{64})");

    private FileReferences() {}

    /** Hashes of the files, each once. */
    public static Set<String> in(String bodyHtml) {
        Set<String> hashes = new TreeSet<>();
        Matcher address = ADDRESS.matcher(bodyHtml);
        while (address.find()) {
            hashes.add(address.group(1));
        }
        return hashes;
    }
}
