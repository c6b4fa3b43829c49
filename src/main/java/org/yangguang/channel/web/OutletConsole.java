package org.yangguang.channel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
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
import org.yangguang.account.SignedIn;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Outcome;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.disclosure.Reason;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Where the disclosure office of an organ keeps its outlets. */
@Controller
class OutletConsole {

    private static final String HERE = DeliveryConsole.HERE + "/outlets";

    private final Outlets outlets;
    private final Organs organs;
    private final SignedIn signedIn;
    private final ChannelWords words;

    OutletConsole(Outlets outlets, Organs organs, SignedIn signedIn, ChannelWords words) {
        this.outlets = outlets;
        this.organs = organs;
        this.signedIn = signedIn;
        this.words = words;
    }

    @GetMapping(HERE)
    String list(Model model) {
        Officer officer = keeper();
        Outlets.Typed empty = new Outlets.Typed(officer.organ(), null, "", null, "", Outlet.Takes.NONE, List.of());
        return list(officer, empty, List.of(), model);
    }

    @PostMapping(HERE)
    String open(
            @RequestParam long organ,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable Carrier carrier,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "NONE") Outlet.Takes takes,
            @RequestParam(defaultValue = "") String columns,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Officer officer = keeper();
        Outlets.Typed typed =
                new Outlets.Typed(new OrganId(organ), carrier, name, nameEn, address, takes, List.of(columns));
        Outcome outcome = outlets.open(officer, typed);
        if (outcome instanceof Outcome.Done done) {
            told.addFlashAttribute("done", "channel.outlet.opened");
            return "redirect:" + HERE + "/" + done.id();
        }
        response.setStatus(422);
        return list(officer, typed, outcome.reasons(), model);
    }

    private String list(Officer officer, Outlets.Typed typed, List<Reason> refused, Model model) {
        Set<OrganId> mine = outlets.keeps(officer);
        model.addAttribute("outlets", outlets.of(officer));
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> mine.contains(organ.id()) && organ.open())
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "channel/outlets";
    }

    @GetMapping(HERE + "/{id}")
    String outlet(@PathVariable long id, Model model) {
        Outlet outlet = find(id);
        return show(outlet, typed(outlet), List.of(), model);
    }

    @PostMapping(HERE + "/{id}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "NONE") Outlet.Takes takes,
            @RequestParam(defaultValue = "") String columns,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Outlet outlet = find(id);
        Outlets.Typed typed =
                new Outlets.Typed(outlet.organ(), outlet.carrier(), name, nameEn, address, takes, List.of(columns));
        return answer(
                outlets.change(keeper(), id, version, typed), outlet, typed, "channel.saved", model, response, told);
    }

    @PostMapping(HERE + "/{id}/access")
    String connect(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String cover,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Outlet outlet = find(id);
        Outcome outcome = outlets.connect(keeper(), id, account, secret, cover);
        return answer(outcome, outlet, typed(outlet), "channel.connected", model, response, told);
    }

    @PostMapping(HERE + "/{id}/no-access")
    String disconnect(@PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes told) {
        Outlet outlet = find(id);
        Outcome outcome = outlets.disconnect(keeper(), id);
        return answer(outcome, outlet, typed(outlet), "channel.disconnected", model, response, told);
    }

    @PostMapping(HERE + "/{id}/close")
    String close(@PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes told) {
        Outlet outlet = find(id);
        Outcome outcome = outlets.close(keeper(), id);
        return answer(outcome, outlet, typed(outlet), "channel.closed", model, response, told);
    }

    private String answer(
            Outcome outcome,
            Outlet outlet,
            Outlets.Typed typed,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(422);
            return show(outlet, typed, refused.reasons(), model);
        }
        told.addFlashAttribute("done", done);
        return "redirect:" + HERE + "/" + outlet.id();
    }

    private String show(Outlet outlet, Outlets.Typed typed, List<Reason> refused, Model model) {
        model.addAttribute("outlet", outlet);
        model.addAttribute("organ", organs.find(outlet.organ()).orElseThrow());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("words", words);
        return "channel/outlet";
    }

    private static Outlets.Typed typed(Outlet outlet) {
        return new Outlets.Typed(
                outlet.organ(),
                outlet.carrier(),
                outlet.name(),
                outlet.nameEn(),
                outlet.address(),
                outlet.takes(),
                outlet.columns());
    }

    private Outlet find(long id) {
        Officer officer = keeper();
        return outlets.find(id)
                .filter(outlet -> outlets.keeps(officer).contains(outlet.organ()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (outlets.keeps(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }
}
