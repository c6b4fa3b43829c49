package org.yangguang.request;

import java.util.List;

/** A new arrangement of holidays moved the deadlines of these open cases. */
public record CasesRedated(List<CaseId> cases) {

    public CasesRedated {
        cases = List.copyOf(cases);
    }
}
