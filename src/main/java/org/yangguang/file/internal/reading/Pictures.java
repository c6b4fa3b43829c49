package org.yangguang.file.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yangguang.file.ImagesBeside;
import org.yangguang.file.Reason;
import org.yangguang.file.RefusedFile;
import org.yangguang.file.StoredFile;

/** Puts the pictures of one document into the store and says where they stand now. */
public final class Pictures {

    private static final int MOST = 1_000;
    private static final Pattern ELSEWHERE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:|/|\\\\)");

    private final Function<InputStream, StoredFile> store;
    private final ImagesBeside beside;
    private final Map<String, StoredFile> stored = new LinkedHashMap<>();
    private int dropped;
    private int outside;

    public Pictures(Function<InputStream, StoredFile> store, ImagesBeside beside) {
        this.store = store;
        this.beside = beside;
    }

    /** The address of the picture on this site; empty text when it cannot be shown. */
    String keep(InputStream picture) {
        if (stored.size() >= MOST) {
            dropped++;
            return "";
        }
        try {
            StoredFile file = store.apply(picture);
            stored.put(file.hash(), file);
            return "/files/" + file.hash();
        } catch (RefusedFile refused) {
            dropped++;
            return "";
        }
    }

    /** The address of what {@code source} names: a picture written into it, or one beside the document. */
    String keep(String source) {
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            return written(source)
                    .map(bytes -> keep(new ByteArrayInputStream(bytes)))
                    .orElseGet(this::drop);
        }
        Optional<byte[]> found = ELSEWHERE.matcher(source).find() ? Optional.empty() : beside.find(decoded(source));
        if (found.isEmpty()) {
            outside++;
            return "";
        }
        return keep(new ByteArrayInputStream(found.get()));
    }

    /** Whether a picture at this address was put there from this document. */
    boolean holds(String address) {
        return address.startsWith("/files/") && stored.containsKey(address.substring("/files/".length()));
    }

    public List<StoredFile> stored() {
        return List.copyOf(stored.values());
    }

    List<Reason> warnings() {
        List<Reason> warnings = new ArrayList<>();
        if (dropped > 0) {
            warnings.add(Reason.of("file.warning.imagesDropped", dropped));
        }
        if (outside > 0) {
            warnings.add(Reason.of("file.warning.outsideImages"));
        }
        return warnings;
    }

    private String drop() {
        dropped++;
        return "";
    }

    private static Optional<byte[]> written(String source) {
        int comma = source.indexOf(',');
        if (comma < 0 || !source.substring(0, comma).contains(";base64")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(source.substring(comma + 1)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static String decoded(String source) {
        String path = source.replaceFirst("[?#].*$", "").replace('\\', '/');
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return path;
        }
    }
}
