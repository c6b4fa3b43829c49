package org.yangguang.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for harmful programs in a file. */
public interface VirusScan {

    /**
     * What was found, by its name; empty when nothing was.
     *
     * @throws IOException when it could not be looked, so that nothing is known of the file
     */
    Optional<String> threatIn(Path file) throws IOException;
}
