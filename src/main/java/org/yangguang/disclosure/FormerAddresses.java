package org.yangguang.disclosure;

import java.util.Optional;

/** Addresses of former sites that lead to items of this one; a module that knows some offers them as a bean. */
public interface FormerAddresses {

    /** @param address path with its query, without host */
    Optional<ItemId> itemAt(String address);
}
