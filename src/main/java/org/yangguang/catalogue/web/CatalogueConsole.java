package org.yangguang.catalogue.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.account.Role;
import org.yangguang.site.ConsoleEntry;

/** What this module adds to the console's navigation. */
@Configuration(proxyBeanMethods = false)
class CatalogueConsole {

    private static final Set<String> OFFICES =
            Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority());
    private static final Set<String> KEEPERS =
            Set.of(Role.DISTRICT_OFFICE.authority(), Role.SYSTEM_ADMINISTRATOR.authority());

    @Bean
    ConsoleEntry guidesConsoleEntry() {
        return new ConsoleEntry("catalogue.console.guides", "/console/guides", 300, OFFICES);
    }

    @Bean
    ConsoleEntry rulesConsoleEntry() {
        return new ConsoleEntry("catalogue.console.rules", "/console/rules", 310, OFFICES);
    }

    @Bean
    ConsoleEntry columnsConsoleEntry() {
        return new ConsoleEntry("catalogue.console.columns", "/console/columns", 320, KEEPERS);
    }

    @Bean
    ConsoleEntry vocabulariesConsoleEntry() {
        return new ConsoleEntry("catalogue.console.vocabularies", "/console/vocabularies", 330, KEEPERS);
    }

    @Bean
    ConsoleEntry schemesConsoleEntry() {
        return new ConsoleEntry("catalogue.console.schemes", "/console/index-schemes", 340, KEEPERS);
    }
}
