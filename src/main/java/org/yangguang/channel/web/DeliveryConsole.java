package org.yangguang.channel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.channel.Deliveries;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.Outcome;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Releases;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.site.ConsoleEntry;

/** Where clerks see what is to be brought to the outlets, bring it there and confirm it. */
@Controller
class DeliveryConsole {

    static final String HERE = "/console/channels";
    private static final int PAGE = 50;

    private final Deliveries deliveries;
    private final Outlets outlets;
    private final Editions editions;
    private final Releases releases;
    private final VisibilityGate gate;
    private final SignedIn signedIn;
    private final ChannelWords words;

    DeliveryConsole(
            Deliveries deliveries,
            Outlets outlets,
            Editions editions,
            Releases releases,
            VisibilityGate gate,
            SignedIn signedIn,
            ChannelWords words) {
        this.deliveries = deliveries;
        this.outlets = outlets;
        this.editions = editions;
        this.releases = releases;
        this.gate = gate;
        this.signedIn = signedIn;
        this.words = words;
    }

    @GetMapping(HERE)
    String desk(
            @RequestParam(required = false) @Nullable Long outlet,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Officer officer = officer();
        int number = Math.min(Math.max(page, 1), 1_000);
        List<Outlet> mine = outlets.of(officer);
        model.addAttribute("outlets", byId(mine));
        model.addAttribute("loads", deliveries.loads(officer));
        model.addAttribute("chosen", outlet);
        model.addAttribute("waiting", deliveries.waitingFor(officer, outlet, (number - 1) * PAGE, PAGE));
        model.addAttribute("count", deliveries.countWaitingFor(officer, outlet));
        model.addAttribute("number", number);
        model.addAttribute("pageSize", PAGE);
        model.addAttribute("latest", deliveries.latest(officer, outlet, 20));
        model.addAttribute("words", words);
        return "channel/desk";
    }

    @GetMapping(HERE + "/deliveries/{id}")
    String delivery(@PathVariable long id, Model model) {
        return show(delivery(id), List.of(), "", words.today().toString(), model);
    }

    @PostMapping(HERE + "/deliveries/{id}")
    String act(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Deliveries.Act act,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Delivery delivery = delivery(id);
        Outcome outcome = deliveries.act(officer(), id, version, act, ChannelWords.date(on), reference);
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(422);
            return show(delivery, refused.reasons(), reference, on, model);
        }
        told.addFlashAttribute("done", "channel.act.done." + act);
        return "redirect:" + HERE + "/deliveries/" + id;
    }

    private String show(Delivery delivery, List<Reason> refused, String reference, String on, Model model) {
        Outlet outlet = outlets.find(delivery.outlet()).orElseThrow();
        model.addAttribute("delivery", delivery);
        model.addAttribute("outlet", outlet);
        model.addAttribute("text", deliveries.words(delivery, outlet).orElse(""));
        model.addAttribute("record", deliveries.record(delivery));
        model.addAttribute("refused", refused);
        model.addAttribute("reference", reference);
        model.addAttribute("on", on);
        model.addAttribute("words", words);
        return "channel/delivery";
    }

    /** By what ways an item went out and is to go out. */
    @GetMapping(HERE + "/items/{id}")
    String item(@PathVariable long id, Model model) {
        return ofItem(item(id), List.of(), model);
    }

    @PostMapping(HERE + "/items/{id}")
    String plan(
            @PathVariable long id,
            @RequestParam long outlet,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Outcome outcome = deliveries.plan(officer(), new ItemId(id), outlet);
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(422);
            return ofItem(item(id), refused.reasons(), model);
        }
        told.addFlashAttribute("done", "channel.planned");
        return "redirect:" + HERE + "/items/" + id;
    }

    private String ofItem(Edition edition, List<Reason> refused, Model model) {
        List<Delivery> known = deliveries.ofItem(edition.item());
        Map<Long, Outlet> all = byId(outlets.open());
        known.forEach(each -> outlets.find(each.outlet()).ifPresent(outlet -> all.put(outlet.id(), outlet)));
        List<Outlet> mine = outlets.of(officer());
        List<Outlet> free = outlets.reaching(edition.organ()).stream()
                .filter(outlet -> mine.stream().anyMatch(each -> each.id() == outlet.id()))
                .filter(outlet -> known.stream()
                        .noneMatch(each -> each.outlet() == outlet.id()
                                && org.yangguang.channel.DeliveryTransitions.after(
                                                each.state(), org.yangguang.channel.DeliveryAction.PLAN_AGAIN)
                                        .isEmpty()))
                .toList();
        model.addAttribute("edition", edition);
        model.addAttribute("ways", releases.ways(edition.item()));
        model.addAttribute("deliveries", known);
        model.addAttribute("outlets", all);
        model.addAttribute("served", mine.stream().map(Outlet::id).collect(Collectors.toSet()));
        model.addAttribute("free", free);
        model.addAttribute("refused", refused);
        model.addAttribute("words", words);
        return "channel/item";
    }

    /** Leads from a typed number or address to the item. */
    @GetMapping(HERE + "/find")
    String find(@RequestParam(defaultValue = "") String item, RedirectAttributes told) {
        Optional<Long> id = number(item).filter(each -> editions.current(new ItemId(each), gate.reader())
                .isPresent());
        if (id.isEmpty()) {
            told.addFlashAttribute("missing", item.strip());
            return "redirect:" + HERE;
        }
        return "redirect:" + HERE + "/items/" + id.get();
    }

    static Optional<Long> number(String typed) {
        var address = java.util.regex.Pattern.compile("(?:.*/items/)?([1-9]\\d{0,17})/?")
                .matcher(typed.strip());
        return address.matches() ? Optional.of(Long.valueOf(address.group(1))) : Optional.empty();
    }

    private Edition item(long id) {
        return editions.current(new ItemId(id), gate.reader())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Delivery delivery(long id) {
        return deliveries.find(officer(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Officer officer() {
        Officer officer = signedIn.required();
        if (outlets.worksFor(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }

    static Map<Long, Outlet> byId(List<Outlet> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        Outlet::id, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry channelsConsoleEntry() {
            return new ConsoleEntry(
                    "channel.desk",
                    HERE,
                    60,
                    java.util.Set.of(
                            Role.HANDLER.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority()));
        }
    }
}
