package org.yangguang.organ.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.ConsoleEntry;

@Configuration(proxyBeanMethods = false)
class OrganConsole {

    private static final Set<String> KEEPERS =
            Set.of("ROLE_SYSTEM_ADMINISTRATOR", "ROLE_DISTRICT_OFFICE", "ROLE_DISCLOSURE_OFFICE");

    @Bean
    ConsoleEntry organsEntry() {
        return new ConsoleEntry("organ.organs", "/console/organs", 800, KEEPERS);
    }

    @Bean
    ConsoleEntry regionsEntry() {
        return new ConsoleEntry("organ.regions", "/console/regions", 810, Set.of("ROLE_SYSTEM_ADMINISTRATOR"));
    }
}
