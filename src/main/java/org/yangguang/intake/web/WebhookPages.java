package org.yangguang.intake.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.intake.Webhook;
import org.yangguang.intake.internal.Webhooks;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** {@code /console/webhooks}: which systems are told what becomes of the drafts that they hand in. */
@Controller
class WebhookPages {

    private final Webhooks webhooks;
    private final Organs organs;
    private final SignedIn signedIn;
    private final Sentences sentences;

    WebhookPages(Webhooks webhooks, Organs organs, SignedIn signedIn, Sentences sentences) {
        this.webhooks = webhooks;
        this.organs = organs;
        this.signedIn = signedIn;
        this.sentences = sentences;
    }

    @GetMapping("/console/webhooks")
    String list(Model model) {
        Officer officer = signedIn.required();
        Set<OrganId> mine = webhooks.organsOf(officer);
        List<WebhookLine> lines = webhooks.of(officer).stream().map(this::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> mine.contains(organ.id()) && organ.open())
                        .sorted(Comparator.comparingInt(Organ::position))
                        .toList());
        return "intake/webhooks";
    }

    private WebhookLine line(Webhook webhook) {
        return new WebhookLine(
                webhook, organs.find(webhook.organ()).map(Organ::name).orElse(""));
    }

    /** The secret passes through the officer's session once and is then gone. */
    @PostMapping("/console/webhooks")
    String register(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String url,
            RedirectAttributes told,
            Locale language) {
        Webhooks.Result result = webhooks.register(signedIn.required(), new OrganId(organ), url);
        if (result instanceof Webhooks.Result.Registered registered) {
            told.addFlashAttribute("secret", registered.secret());
        } else if (result instanceof Webhooks.Result.Refused refused) {
            told.addFlashAttribute(
                    "refusals",
                    refused.reasons().stream()
                            .map(reason -> sentences.say(reason, language))
                            .toList());
        }
        return "redirect:/console/webhooks";
    }

    @PostMapping("/console/webhooks/{id}/close")
    String close(@PathVariable long id) {
        webhooks.close(signedIn.required(), id);
        return "redirect:/console/webhooks";
    }

    @PostMapping("/console/webhooks/{id}/again")
    String again(@PathVariable long id) {
        webhooks.again(signedIn.required(), id);
        return "redirect:/console/webhooks";
    }
}
