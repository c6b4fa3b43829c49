package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.disclosure.internal.Notices;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.ConsoleEntry;

/** {@code /console}: what waits for the officer who is signed in. */
@Controller
class DeskPage {

    private final Access access;
    private final Desk desk;
    private final OtherWork others;
    private final Notices notices;
    private final Permissions permissions;
    private final Organs organs;
    private final Words words;
    private final Clock clock;

    DeskPage(
            Access access,
            Desk desk,
            OtherWork others,
            Notices notices,
            Permissions permissions,
            Organs organs,
            Words words,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.others = others;
        this.notices = notices;
        this.permissions = permissions;
        this.organs = organs;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/console")
    String desk(HttpServletRequest request, Model model) {
        Officer officer = access.officer();
        model.addAttribute("officer", officer);
        model.addAttribute("waiting", desk.waiting(officer));
        model.addAttribute("others", others.of(request));
        model.addAttribute("reviewing", !desk.organs(officer).isEmpty());
        model.addAttribute("drafts", desk.drafts(officer));
        model.addAttribute("underway", desk.underway(officer));
        model.addAttribute("overdue", desk.overdue(officer));
        model.addAttribute("again", desk.reviewAgain(officer));
        model.addAttribute("notices", notices.unread(officer.id(), desk.officeOf(officer), 30));
        model.addAttribute("draftFor", draftFor(officer));
        model.addAttribute("words", words);
        return "disclosure/desk";
    }

    @PostMapping("/console/notices/{id}/read")
    String read(@PathVariable long id) {
        Officer officer = access.officer();
        notices.read(id, officer.id(), desk.officeOf(officer), clock.instant());
        return "redirect:/console";
    }

    private List<Organ> draftFor(Officer officer) {
        Set<org.yangguang.organ.OrganId> mine = permissions.organsWith(officer, Role.HANDLER);
        return organs.all().stream()
                .filter(organ -> organ.open() && mine.contains(organ.id()))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        private static final Set<String> EVERYONE_IN_REVIEW = Set.of(
                Role.HANDLER.authority(),
                Role.SECRECY_OFFICER.authority(),
                Role.LEADER.authority(),
                Role.DISCLOSURE_OFFICE.authority(),
                Role.DISTRICT_OFFICE.authority());

        @Bean
        ConsoleEntry deskEntry() {
            return new ConsoleEntry("disclosure.desk", "/console", 0, Set.of());
        }

        @Bean
        ConsoleEntry itemsEntry() {
            return new ConsoleEntry("disclosure.items", "/console/items", 10, EVERYONE_IN_REVIEW);
        }

        @Bean
        ConsoleEntry registerEntry() {
            return new ConsoleEntry("disclosure.register", "/console/register", 11, EVERYONE_IN_REVIEW);
        }

        @Bean
        ConsoleEntry releasesEntry() {
            return new ConsoleEntry(
                    "disclosure.releases",
                    "/console/releases",
                    12,
                    Set.of(
                            Role.HANDLER.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority()));
        }
    }
}
