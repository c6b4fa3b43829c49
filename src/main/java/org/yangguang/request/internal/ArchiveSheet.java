package org.yangguang.request.internal;

import java.util.List;
import org.yangguang.request.Case;
import org.yangguang.request.CasePapers.Paper;

/** Writes the sheets of a case's file: what was asked for, what happened, the reply, and the contents. */
public interface ArchiveSheet {

    /** A PDF whose contents name every paper and where it is. */
    byte[] render(Case known, List<Placed> papers);

    /**
     * Where a paper is in the file.
     *
     * @param file name of the embedded file; empty for one that is bound in
     * @param from first page, from 1; 0 for an embedded one
     * @param to last page
     */
    record Placed(Paper paper, String file, int from, int to) {}
}
