package org.yangguang.request.internal;

import java.util.List;
import org.yangguang.request.Case;
import org.yangguang.request.CasePapers.Paper;

/** Writes the sheets of a case's file: what was asked for, what happened, the reply, and the contents. */
public interface ArchiveSheet {

    /** A PDF that names every paper by its number in the list. */
    byte[] render(Case known, List<Paper> papers);
}
