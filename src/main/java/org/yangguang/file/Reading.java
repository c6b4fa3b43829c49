package org.yangguang.file;

import java.util.List;

/** What came of reading a document. */
public sealed interface Reading {

    /**
     * A document as a page.
     *
     * @param title what it says of itself, else the name of the file without its ending; one line
     * @param html safe HTML without the title
     * @param text the same as plain text, a line for each block
     * @param images the pictures that {@code html} shows, already stored, each once
     * @param warnings what was left out or should be looked at
     */
    record Read(String title, String html, String text, List<StoredFile> images, List<Reason> warnings)
            implements Reading {}

    /** Nothing was read; every reason. */
    record Refused(List<Reason> reasons) implements Reading {}
}
