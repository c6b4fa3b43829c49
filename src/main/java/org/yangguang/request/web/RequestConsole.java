package org.yangguang.request.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.account.Role;
import org.yangguang.site.ConsoleEntry;

@Configuration(proxyBeanMethods = false)
class RequestConsole {

    @Bean
    ConsoleEntry requestDeskEntry() {
        return new ConsoleEntry(
                "request.desk",
                "/console/requests",
                20,
                Set.of(
                        Role.HANDLER.authority(),
                        Role.SECRECY_OFFICER.authority(),
                        Role.LEADER.authority(),
                        Role.DISCLOSURE_OFFICE.authority(),
                        Role.DISTRICT_OFFICE.authority()));
    }

    @Bean
    ConsoleEntry requestProposalsEntry() {
        return new ConsoleEntry(
                "request.proposals",
                "/console/requests/proposals",
                23,
                Set.of(Role.HANDLER.authority(), Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
    }

    @Bean
    ConsoleEntry requestIntakeEntry() {
        return new ConsoleEntry(
                "request.intake",
                "/console/requests/new",
                21,
                Set.of(Role.HANDLER.authority(), Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
    }
}
