package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Releases;
import org.yangguang.disclosure.internal.ItemRegister;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** {@code /console/releases}: what went out by other ways than the website. */
@Controller
class ReleasePages {

    private final Access access;
    private final Releases releases;
    private final ItemRegister register;
    private final Organs organs;
    private final Words words;

    ReleasePages(Access access, Releases releases, ItemRegister register, Organs organs, Words words) {
        this.access = access;
        this.releases = releases;
        this.register = register;
        this.organs = organs;
        this.words = words;
    }

    @GetMapping("/console/releases")
    String list(Model model) {
        Officer officer = access.officer();
        return page(new Releases.Release(officer.organ(), "", "", null, words.today(), ""), List.of(), model);
    }

    @PostMapping("/console/releases")
    String record(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String indexNumber,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Releases.Release release = new Releases.Release(
                new OrganId(organ),
                title,
                indexNumber,
                Arrays.stream(Channel.values())
                        .filter(each -> each.name().equals(channel))
                        .findFirst()
                        .orElse(null),
                date(on),
                reference);
        Outcome outcome = releases.record(access.officer(), release);
        if (outcome.done()) {
            flash.addFlashAttribute("said", words.say("disclosure.release.done"));
            return "redirect:/console/releases";
        }
        response.setStatus(422);
        return page(release, words.say(outcome), model);
    }

    private String page(Releases.Release release, List<Said> refused, Model model) {
        Set<OrganId> mine = releases.organs(access.officer());
        model.addAttribute("release", release);
        model.addAttribute("refused", refused);
        model.addAttribute("organs", ItemRegisterPages.open(organs, mine));
        model.addAttribute("recorded", register.offSite(mine, 50));
        model.addAttribute("words", words);
        return "disclosure/releases";
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
