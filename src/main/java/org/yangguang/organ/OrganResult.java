package org.yangguang.organ;

import java.util.List;

/** What came of a change to the tree of organs. */
public sealed interface OrganResult {

    /** Done; {@code warnings} did not stand in the way but deserve a look. */
    record Changed(OrganId id, List<Remark> warnings) implements OrganResult {}

    /** Nothing was changed, for all of these reasons. */
    record Refused(List<Remark> reasons) implements OrganResult {}
}
