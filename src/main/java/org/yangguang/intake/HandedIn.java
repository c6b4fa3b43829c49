package org.yangguang.intake;

import java.util.List;
import org.yangguang.disclosure.Reason;

/** What came of handing a draft in. */
public sealed interface HandedIn {

    /** @param answer JSON, the same for the same call */
    record Made(String answer, String location) implements HandedIn {}

    /** The same call came before; nothing was done now. */
    record Repeated(String answer) implements HandedIn {}

    /** The key was used for another call. */
    record KeyUsed() implements HandedIn {}

    record Refused(List<Reason> reasons) implements HandedIn {}
}
