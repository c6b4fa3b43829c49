/** People who work in the console: accounts, roles, sign-in, separation of duties, access tokens. */
@ApplicationModule(displayName = "Accounts")
@NullMarked
package org.yangguang.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
