package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.disclosure.Audience;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.OpenedAudiences;
import org.yangguang.site.Page;

/** Where a citizen gives the code of a named audience. */
@Controller
class AudiencePage {

    private final Audiences audiences;
    private final OpenedAudiences opened;
    private final AttemptLimit limit;
    private final Clock clock;

    AudiencePage(Audiences audiences, OpenedAudiences opened, AttemptLimit limit, Clock clock) {
        this.audiences = audiences;
        this.opened = opened;
        this.limit = limit;
        this.clock = clock;
    }

    @GetMapping("/audience")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("opened", opened.in(new ServletWebRequest(request)));
        return show(request, model);
    }

    @PostMapping("/audience")
    String open(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        if (!limit.admits(request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Audience> audience = audiences.opened(code);
        if (audience.isEmpty()) {
            model.addAttribute("wrong", true);
            model.addAttribute("opened", opened.in(new ServletWebRequest(request)));
            return show(request, model);
        }
        limit.right(request.getRemoteAddr());
        request.getSession(true);
        request.changeSessionId();
        opened.remember(audience.get(), clock.instant(), new ServletWebRequest(request));
        return "redirect:/audience";
    }

    private static String show(HttpServletRequest request, Model model) {
        request.setAttribute(Page.class.getName() + ".csrf", true);
        return "disclosure/audience";
    }
}
