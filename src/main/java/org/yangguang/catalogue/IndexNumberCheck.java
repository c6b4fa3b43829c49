package org.yangguang.catalogue;

import java.util.List;

/**
 * What was found out about a foreign index number.
 *
 * @param defects why it cannot be taken; empty when it can
 * @param warnings what is odd about it, such as a wrong check digit or a twin that differs only in its hyphens
 */
public record IndexNumberCheck(List<Reason> defects, List<Reason> warnings) {

    public boolean acceptable() {
        return defects.isEmpty();
    }
}
