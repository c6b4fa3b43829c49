package org.yangguang.channel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Outcome;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.channel.internal.BundlePdf;
import org.yangguang.disclosure.Reason;

/** Where issues of the gazette and transfer lists are compiled. */
@Controller
class BundleConsole {

    private static final String GAZETTE = "/console/gazette";
    private static final String ARCHIVE = "/console/archive-transfers";
    private static final String ONE = "/console/channels/bundles";

    private final Bundles bundles;
    private final BundlePdf pdf;
    private final Outlets outlets;
    private final SignedIn signedIn;
    private final ChannelWords words;

    BundleConsole(Bundles bundles, BundlePdf pdf, Outlets outlets, SignedIn signedIn, ChannelWords words) {
        this.bundles = bundles;
        this.pdf = pdf;
        this.outlets = outlets;
        this.signedIn = signedIn;
        this.words = words;
    }

    @GetMapping(GAZETTE)
    String gazette(Model model) {
        return list(Carrier.GAZETTE, List.of(), model);
    }

    @GetMapping(ARCHIVE)
    String archive(Model model) {
        return list(Carrier.ARCHIVE_HALL, List.of(), model);
    }

    private String list(Carrier carrier, List<Reason> refused, Model model) {
        Officer officer = officer();
        model.addAttribute("carrier", carrier);
        model.addAttribute("bundles", bundles.of(officer, carrier));
        model.addAttribute(
                "outlets",
                outlets.of(officer).stream()
                        .filter(outlet -> outlet.open() && outlet.carrier() == carrier)
                        .toList());
        model.addAttribute("year", words.today().getYear());
        model.addAttribute("refused", refused);
        return "channel/bundles";
    }

    @PostMapping(ONE)
    String begin(
            @RequestParam long outlet,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String title,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = bundles.begin(officer(), outlet, year, title);
        if (outcome instanceof Outcome.Done done) {
            return "redirect:" + ONE + "/" + done.id();
        }
        response.setStatus(422);
        Carrier carrier = outlets.find(outlet).map(Outlet::carrier).orElse(Carrier.GAZETTE);
        return list(carrier, outcome.reasons(), model);
    }

    @GetMapping(ONE + "/{id}")
    String bundle(@PathVariable long id, Model model) {
        return show(find(id), List.of(), model);
    }

    /** Takes the order from the numbers typed before the entries, then what was ticked among those that wait. */
    @PostMapping(ONE + "/{id}")
    String fill(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable List<Long> kept,
            @RequestParam(required = false) @Nullable List<String> places,
            @RequestParam(required = false) @Nullable List<Long> added,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        List<Long> wanted = BundleOrder.of(
                kept == null ? List.of() : kept,
                places == null ? List.of() : places,
                added == null ? List.of() : added);
        Outcome outcome = bundles.fill(officer(), id, version, wanted);
        return answer(outcome, id, "channel.saved", model, response, told);
    }

    @PostMapping(ONE + "/{id}/finish")
    String finish(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Outcome outcome = bundles.finish(officer(), id, version, ChannelWords.date(on), reference);
        return answer(outcome, id, "bundle.finished", model, response, told);
    }

    @GetMapping(ONE + "/{id}/bundle.pdf")
    ResponseEntity<byte[]> print(@PathVariable long id) {
        Bundle bundle = find(id);
        Outlet outlet = outlets.find(bundle.outlet()).orElseThrow();
        byte[] content = outlet.carrier() == Carrier.GAZETTE
                ? pdf.issue(bundle, outlet, bundles.entries(bundle))
                : pdf.transferList(bundle, outlet, bundles.entries(bundle));
        return SheetPdf.pdf(bundle.title() + "-" + bundle.year() + "-" + bundle.number() + ".pdf", content);
    }

    private String answer(
            Outcome outcome, long id, String done, Model model, HttpServletResponse response, RedirectAttributes told) {
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(422);
            return show(find(id), refused.reasons(), model);
        }
        told.addFlashAttribute("done", done);
        return "redirect:" + ONE + "/" + id;
    }

    private String show(Bundle bundle, List<Reason> refused, Model model) {
        model.addAttribute("bundle", bundle);
        model.addAttribute("outlet", outlets.find(bundle.outlet()).orElseThrow());
        model.addAttribute("entries", bundles.entries(bundle));
        model.addAttribute("waiting", bundle.state() == Bundle.State.OPEN ? bundles.waiting(bundle) : List.of());
        model.addAttribute("refused", refused);
        model.addAttribute("today", words.today().toString());
        return "channel/bundle";
    }

    private Bundle find(long id) {
        return bundles.find(officer(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Officer officer() {
        Officer officer = signedIn.required();
        if (outlets.worksFor(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }
}
