package org.yangguang.account;

import java.util.List;
import org.yangguang.organ.Remark;

/** What came of a change to an account. */
public sealed interface AccountResult {

    record Done(AccountId account) implements AccountResult {}

    /** Done, and this password works until its owner has signed in and chosen one; it is shown this once. */
    record OneTimePassword(AccountId account, String login, String password) implements AccountResult {}

    /** Nothing was changed, for all of these reasons. */
    record Refused(List<Remark> reasons) implements AccountResult {}
}
