package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.AccessTokens;
import org.yangguang.account.AccessTokens.Issue;
import org.yangguang.account.MyAccount;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.account.TokenScope;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.account.internal.SignIn;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Remark;

/** An officer's own account: who they are here, their password, their access tokens. */
@Controller
@RequestMapping("/console/account")
class MyAccountPages {

    private final SignedIn signedIn;
    private final MyAccount account;
    private final AccessTokens tokens;
    private final SecondFactor secondFactor;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Organs organs;
    private final Clock clock;

    MyAccountPages(
            SignedIn signedIn,
            MyAccount account,
            AccessTokens tokens,
            SecondFactor secondFactor,
            SignIn signIn,
            Sessions sessions,
            Organs organs,
            Clock clock) {
        this.signedIn = signedIn;
        this.account = account;
        this.tokens = tokens;
        this.secondFactor = secondFactor;
        this.signIn = signIn;
        this.sessions = sessions;
        this.organs = organs;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        return page(model, List.of(), "", 90);
    }

    @GetMapping("/password")
    String passwordPage(Model model) {
        return passwordForm(model, List.of());
    }

    @PostMapping("/password")
    String password(
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Officer officer = signedIn.required();
        List<Remark> reasons = account.changePassword(officer, current, wanted, again, request.getRemoteAddr());
        if (!reasons.isEmpty()) {
            response.setStatus(422);
            return passwordForm(model, reasons);
        }
        signIn.officer(officer.id()).ifPresent(now -> sessions.renew(now, request, response));
        flash.addFlashAttribute("done", "account.password.done");
        return "redirect:/console/account";
    }

    @PostMapping("/tokens")
    String issue(
            @RequestParam String name,
            @RequestParam(name = "scope", defaultValue = "") List<String> labels,
            @RequestParam int days,
            HttpServletResponse response,
            Model model) {
        Set<TokenScope> scopes = labels.stream()
                .flatMap(label -> TokenScope.of(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
        Issue issue = tokens.issue(signedIn.required().id(), name, scopes, days);
        if (issue instanceof Issue.Refused refused) {
            response.setStatus(422);
            return page(model, refused.reasons(), name, days);
        }
        // Shown in this very answer: it is kept nowhere, not even in the session.
        model.addAttribute("secret", ((Issue.Issued) issue).secret());
        return page(model, List.of(), "", 90);
    }

    @PostMapping("/tokens/{token}/revoke")
    String revoke(@PathVariable long token, RedirectAttributes flash) {
        tokens.revoke(signedIn.required().id(), token);
        flash.addFlashAttribute("done", "account.token.revoked");
        return "redirect:/console/account";
    }

    private String page(Model model, List<Remark> reasons, String tokenName, int tokenDays) {
        Officer officer = signedIn.required();
        model.addAttribute("officer", officer);
        model.addAttribute("organ", organs.find(officer.organ()).orElse(null));
        model.addAttribute("grants", GrantLine.of(officer.grants(), organs));
        model.addAttribute("secondFactor", secondFactor.confirmed(officer.id()));
        model.addAttribute("recoveryCodes", secondFactor.recoveryCodesLeft(officer.id()));
        model.addAttribute("tokens", tokens.of(officer.id()));
        model.addAttribute("scopes", Stream.of(TokenScope.values()).toList());
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("reasons", reasons);
        model.addAttribute("tokenName", tokenName);
        model.addAttribute("tokenDays", tokenDays);
        return "account/mine";
    }

    private String passwordForm(Model model, List<Remark> reasons) {
        model.addAttribute("reasons", reasons);
        model.addAttribute("login", signedIn.required().login());
        return "account/password";
    }
}
