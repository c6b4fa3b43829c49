package org.yangguang.file;

import org.springframework.stereotype.Service;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.Documents;
import org.yangguang.file.internal.reading.Pictures;

/**
 * Makes pages of documents: Word (.docx), HTML, Markdown and plain text in any encoding. What a file is, its content decides; its name
 * only tells kinds of text apart. The HTML is safe and accessible; pictures go into the store.
 *
 * <p>What is read is walked within limits first: no entity, external file or swelling part is ever followed.
 */
@Service
public class DocumentReader {

    private final FileStore store;
    private final DocumentProperties limits;

    DocumentReader(FileStore store, DocumentProperties limits) {
        this.store = store;
        this.limits = limits;
    }

    /** Reads a document that comes alone. */
    public Reading read(String name, byte[] content) {
        return read(name, content, ImagesBeside.NONE);
    }

    /**
     * Reads a document with the pictures beside it.
     *
     * @param name as its owner calls it; it may be a path, of which the last part counts
     */
    public Reading read(String name, byte[] content, ImagesBeside beside) {
        try {
            if (content.length == 0) {
                throw new BadContent("file.refused.empty");
            }
            if (content.length > limits.maxSize().toBytes()) {
                throw new BadContent("file.document.size", limits.maxSize().toMegabytes());
            }
            return Documents.read(name, content, new Pictures(store::storeImage, beside));
        } catch (BadContent bad) {
            return new Reading.Refused(bad.reasons());
        }
    }
}
