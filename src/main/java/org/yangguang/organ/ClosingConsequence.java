package org.yangguang.organ;

import java.util.List;

/** Something that another module will have to settle when an organ closes; shown before it is confirmed. */
public interface ClosingConsequence {

    List<Remark> ofClosing(OrganId organ);
}
