package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.request.Reason;
import org.yangguang.request.internal.Reminders;

/** {@code /console/requests/reminders}: where an officer says whereto reminders go. */
@Controller
class ReminderPages {

    private final CaseAccess access;
    private final Reminders reminders;
    private final CaseWords words;

    ReminderPages(CaseAccess access, Reminders reminders, CaseWords words) {
        this.access = access;
        this.reminders = reminders;
        this.words = words;
    }

    @GetMapping("/console/requests/reminders")
    String show(Model model) {
        model.addAttribute("refused", List.of());
        model.addAttribute("email", reminders.address(access.officer()).orElse(""));
        return "request/reminders";
    }

    @PostMapping("/console/requests/reminders")
    String save(
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Reason> refused = reminders.address(access.officer(), email);
        if (refused.isPresent()) {
            response.setStatus(422);
            model.addAttribute("refused", words.say(List.of(refused.get())));
            model.addAttribute("email", email);
            return "request/reminders";
        }
        flash.addFlashAttribute("said", words.say("request.reminders.saved"));
        return "redirect:/console/requests/reminders";
    }
}
