package org.yangguang.account;

import java.util.Set;

/**
 * Says for whom somebody stands in now (AB 角: B does the work while A is away). While it lasts the stand-in holds at the console what the
 * absent officer holds as handling officer and as disclosure office, and nothing of the review, in which three people stay three people.
 */
public interface StandIns {

    /** Accounts for which this one acts today. */
    Set<AccountId> actsFor(AccountId account);
}
