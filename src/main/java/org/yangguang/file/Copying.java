package org.yangguang.file;

import java.util.List;

/** What came of making a public copy. */
public sealed interface Copying {

    /** It is written. @param kind of the copy: a document without its macros is another kind than it was */
    record Copied(FileKind kind, List<Carried> carried) implements Copying {

        public Copied {
            carried = List.copyOf(carried);
        }
    }

    /** There is none, for these reasons; each says what to do. */
    record Refused(List<Reason> reasons) implements Copying {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
