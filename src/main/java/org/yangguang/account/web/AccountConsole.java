package org.yangguang.account.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.account.Role;
import org.yangguang.site.ConsoleEntry;

@Configuration(proxyBeanMethods = false)
class AccountConsole {

    @Bean
    ConsoleEntry accountsEntry() {
        return new ConsoleEntry(
                "account.accounts", "/console/accounts", 820, Set.of(Role.SECURITY_ADMINISTRATOR.authority()));
    }

    @Bean
    ConsoleEntry myAccountEntry() {
        return new ConsoleEntry("account.mine", "/console/account", 900, Set.of());
    }
}
