package org.yangguang.request;

import java.util.List;

/** What came of handing an application in. */
public sealed interface Receipt {

    /**
     * It is registered.
     *
     * @param queryCode shown once and never kept
     */
    record Received(CaseId id, String number, String queryCode, CaseState state, int version) implements Receipt {}

    /** The same form came in before; it was registered then, and nothing changed now. */
    record AlreadyReceived(CaseId id, String number) implements Receipt {}

    /** Not registered; every reason is given at once. */
    record Refused(List<Reason> reasons) implements Receipt {}
}
