package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.account.SignedIn;
import org.yangguang.account.internal.SignIn;
import org.yangguang.account.internal.SignIn.Outcome;

/** The way into the console. */
@Controller
class SignInPages {

    static final String PATH = "/console/sign-in";

    private static final String CODE = PATH + "/code";

    private final SignIn signIn;
    private final Sessions sessions;
    private final HalfWay halfway;
    private final SignedIn signedIn;

    SignInPages(SignIn signIn, Sessions sessions, HalfWay halfway, SignedIn signedIn) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.halfway = halfway;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        if (signedIn.officer().isPresent()) {
            return "redirect:" + ConsoleAddress.safe(back);
        }
        return form(model, out == null ? why : "out", back, "", null);
    }

    @PostMapping(PATH)
    String password(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Outcome outcome = signIn.password(login, password, request.getRemoteAddr());
        if (outcome instanceof Outcome.Accepted accepted) {
            return signIn.officer(accepted.account())
                    .map(officer -> {
                        sessions.start(officer, request, response);
                        return "redirect:" + ConsoleAddress.safe(back);
                    })
                    .orElseGet(() -> form(model, "refused", back, login, null));
        }
        if (outcome instanceof Outcome.CodeNeeded needed) {
            halfway.begin(request, needed.account(), back);
            return "redirect:" + CODE;
        }
        if (outcome instanceof Outcome.Delayed delayed) {
            response.setStatus(429);
            response.setHeader("Retry-After", Long.toString(delayed.pause().toSeconds() + 1));
            return form(model, "delayed", back, login, delayed.pause());
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return form(model, "refused", back, login, null);
    }

    @GetMapping(CODE)
    String codePage(HttpServletRequest request, Model model) {
        return halfway.of(request).isPresent() ? codeForm(model, "", null) : "redirect:" + PATH + "?why=ended";
    }

    @PostMapping(CODE)
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<HalfWay.Step> step = halfway.of(request);
        if (step.isEmpty()) {
            return "redirect:" + PATH + "?why=ended";
        }
        Outcome outcome = signIn.code(step.get().account(), code, request.getRemoteAddr());
        if (outcome instanceof Outcome.Accepted accepted) {
            halfway.end(request);
            return signIn.officer(accepted.account())
                    .map(officer -> {
                        sessions.start(officer, request, response);
                        return "redirect:" + ConsoleAddress.safe(step.get().back());
                    })
                    .orElse("redirect:" + PATH + "?why=changed");
        }
        if (outcome instanceof Outcome.Delayed delayed) {
            response.setStatus(429);
            return codeForm(model, "delayed", delayed.pause());
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return codeForm(model, "refused", null);
    }

    private static String codeForm(Model model, String why, @Nullable Duration wait) {
        model.addAttribute("why", why);
        model.addAttribute("minutes", wait == null ? 0L : wait.toSeconds() / 60 + 1);
        return "account/sign-in-code";
    }

    private static String form(Model model, String why, @Nullable String back, String login, @Nullable Duration wait) {
        model.addAttribute("why", why);
        model.addAttribute("back", ConsoleAddress.safe(back));
        model.addAttribute("login", login);
        model.addAttribute("minutes", wait == null ? 0L : wait.toSeconds() / 60 + 1);
        return "account/sign-in";
    }
}
