package org.yangguang.account.web;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yangguang.account.FirstAdministrator;
import org.yangguang.platform.WhenServing;
import org.yangguang.site.SiteIdentity;

/** Tells the operator of an installation without accounts, at the terminal and not in the log, how to open the first ones. */
@Component
@WhenServing
@Order(20)
class FirstAdministratorNotice implements ApplicationRunner {

    private final FirstAdministrator first;
    private final SiteIdentity site;

    FirstAdministratorNotice(FirstAdministrator first, SiteIdentity site) {
        this.first = first;
        this.site = site;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        first.link()
                .ifPresent(link -> System.out.printf(
                        "%nNobody can sign in yet. Open this link once to create the first administrators:%n  %s%s%n",
                        site.url(), link));
    }
}
