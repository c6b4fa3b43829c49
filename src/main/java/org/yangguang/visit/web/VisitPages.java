package org.yangguang.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.site.HomeSection;
import org.yangguang.visit.PageNames;
import org.yangguang.visit.Visits;

/** The numbers of visits in the console, and what the home page shows of them when that was chosen. */
@Controller
class VisitPages {

    private static final String HERE = "/console/visits";
    private static final Set<Role> KEEPERS =
            Set.of(Role.DISTRICT_OFFICE, Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR);
    private static final int DAYS = 31;
    private static final int POPULAR = 50;

    private final Visits visits;
    private final List<PageNames> names;
    private final SignedIn signedIn;
    private final Clock clock;

    VisitPages(Visits visits, List<PageNames> names, SignedIn signedIn, Clock clock) {
        this.visits = visits;
        this.names = names;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String show(Model model) {
        require(KEEPERS);
        LocalDate today = LocalDate.now(clock);
        SortedMap<LocalDate, Long> days = visits.days(today.minusDays(DAYS - 1L), today);
        List<Visits.Visited> popular = visits.popular("/", POPULAR);
        Map<String, String> titles = new HashMap<>();
        List<String> paths = popular.stream().map(Visits.Visited::path).toList();
        names.forEach(each -> titles.putAll(each.of(paths)));
        model.addAttribute("years", visits.years());
        model.addAttribute("days", days);
        model.addAttribute(
                "most", days.values().stream().mapToLong(Long::longValue).max().orElse(1));
        model.addAttribute("popular", popular);
        model.addAttribute("titles", titles);
        model.addAttribute("shown", visits.shown());
        model.addAttribute("decides", holds(Set.of(Role.DISTRICT_OFFICE)));
        return "visit/console";
    }

    @PostMapping(HERE)
    String choose(@RequestParam(defaultValue = "") String shown) {
        require(Set.of(Role.DISTRICT_OFFICE));
        visits.show(shown.equals("yes"));
        return "redirect:" + HERE;
    }

    private void require(Set<Role> roles) {
        if (!holds(roles)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean holds(Set<Role> roles) {
        return signedIn.required().grants().stream().anyMatch(grant -> roles.contains(grant.role()));
    }

    /** The year's visits on the home page. */
    private record OnHome(Visits visits) implements HomeSection {
        @Override
        public Place place() {
            return Place.FIGURES;
        }

        @Override
        public String template() {
            return "visit/home";
        }

        @Override
        public Map<String, Object> model() {
            SortedMap<Integer, Long> years = visits.years();
            boolean shown = visits.shown() && !years.isEmpty();
            return Map.of(
                    "year", shown ? years.lastKey() : 0,
                    "visits", shown ? years.getOrDefault(years.lastKey(), 0L) : 0L,
                    "total",
                            shown
                                    ? years.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()
                                    : 0L);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        ConsoleEntry visitsEntry() {
            return new ConsoleEntry(
                    "visit.title",
                    HERE,
                    350,
                    Set.of(
                            Role.DISTRICT_OFFICE.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.SYSTEM_ADMINISTRATOR.authority()));
        }

        @Bean
        HomeSection visitsSection(Visits visits) {
            return new OnHome(visits);
        }
    }
}
