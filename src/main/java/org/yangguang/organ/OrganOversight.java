package org.yangguang.organ;

/** Says what the one who is acting now may change. Implemented where officers and their grants are known. */
public interface OrganOversight {

    /** Whether they may rename, move, merge or close this organ or found one below it. */
    boolean mayAdminister(OrganId organ);

    /** Whether they may found a root organ and change regions. */
    boolean mayAdministerAll();

    /** Whether they may change how this organ can be reached. */
    boolean mayKeepContact(OrganId organ);
}
