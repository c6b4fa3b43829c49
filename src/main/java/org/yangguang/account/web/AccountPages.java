package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountOffice;
import org.yangguang.account.AccountResult;
import org.yangguang.account.Officer;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.account.internal.AccountDirectory;
import org.yangguang.account.internal.AccountDirectory.Entry;
import org.yangguang.account.internal.AccountDirectory.Filter;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Remark;

/** Where a security administrator looks after accounts. */
@Controller
@RequestMapping("/console/accounts")
class AccountPages {

    private static final int PAGE = 50;

    private final SignedIn signedIn;
    private final AccountOffice office;
    private final AccountDirectory directory;
    private final SecondFactor secondFactor;
    private final Permissions permissions;
    private final Organs organs;
    private final Clock clock;

    AccountPages(
            SignedIn signedIn,
            AccountOffice office,
            AccountDirectory directory,
            SecondFactor secondFactor,
            Permissions permissions,
            Organs organs,
            Clock clock) {
        this.signedIn = signedIn;
        this.office = office;
        this.directory = directory;
        this.secondFactor = secondFactor;
        this.permissions = permissions;
        this.organs = organs;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Filter filter = new Filter(q, organ == null ? null : new OrganId(organ), role, state);
        List<Entry> found = directory.list(signedIn.required(), filter);
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("filter", filter);
        model.addAttribute("total", found.size());
        model.addAttribute("pageNumber", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "lines",
                found.stream()
                        .skip((long) (shown - 1) * PAGE)
                        .limit(PAGE)
                        .map(entry -> AccountLine.of(entry, organs))
                        .toList());
        choices(model);
        return "account/list";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable Long organ, Model model) {
        return newForm(model, List.of(), "", "", organ);
    }

    @PostMapping
    String open(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam long organ,
            HttpServletResponse response,
            Model model) {
        AccountResult result = office.open(signedIn.required(), login, name, new OrganId(organ));
        if (result instanceof AccountResult.Refused refused) {
            response.setStatus(422);
            return newForm(model, refused.reasons(), login, name, organ);
        }
        return shown(result, response, model);
    }

    @GetMapping("/{id}")
    String account(@PathVariable long id, Model model) {
        return account(new AccountId(id), List.of(), model);
    }

    @PostMapping("/{id}")
    String describe(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String name,
            @RequestParam long organ,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        AccountResult result =
                office.describe(signedIn.required(), new AccountId(id), version, name, new OrganId(organ));
        return done(result, new AccountId(id), "account.described", response, flash, model);
    }

    @PostMapping("/{id}/grant")
    String grant(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam long organ,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        AccountResult result =
                office.grant(signedIn.required(), new AccountId(id), new Grant(role, new OrganId(organ)));
        return done(result, new AccountId(id), "account.granted", response, flash, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam long organ,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        AccountResult result =
                office.revoke(signedIn.required(), new AccountId(id), new Grant(role, new OrganId(organ)));
        return done(result, new AccountId(id), "account.revoked", response, flash, model);
    }

    @PostMapping("/{id}/reset-password")
    String resetPassword(@PathVariable long id, HttpServletResponse response, Model model) {
        AccountResult result = office.resetPassword(signedIn.required(), new AccountId(id));
        if (result instanceof AccountResult.Refused refused) {
            response.setStatus(422);
            return account(new AccountId(id), refused.reasons(), model);
        }
        return shown(result, response, model);
    }

    @PostMapping("/{id}/remove-second-factor")
    String removeSecondFactor(
            @PathVariable long id, HttpServletResponse response, RedirectAttributes flash, Model model) {
        return act(id, office::removeSecondFactor, "account.second-factor.removed", response, flash, model);
    }

    @PostMapping("/{id}/lock")
    String lock(@PathVariable long id, HttpServletResponse response, RedirectAttributes flash, Model model) {
        return act(id, office::lock, "account.locked", response, flash, model);
    }

    @PostMapping("/{id}/unlock")
    String unlock(@PathVariable long id, HttpServletResponse response, RedirectAttributes flash, Model model) {
        return act(id, office::unlock, "account.unlocked", response, flash, model);
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable long id, HttpServletResponse response, RedirectAttributes flash, Model model) {
        return act(id, office::disable, "account.disabled", response, flash, model);
    }

    private String act(
            long id,
            BiFunction<Officer, AccountId, AccountResult> action,
            String key,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        AccountId account = new AccountId(id);
        return done(action.apply(signedIn.required(), account), account, key, response, flash, model);
    }

    private String done(
            AccountResult result,
            AccountId id,
            String key,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        if (result instanceof AccountResult.Refused refused) {
            response.setStatus(422);
            return account(id, refused.reasons(), model);
        }
        flash.addFlashAttribute("done", key);
        return "redirect:/console/accounts/" + id.value();
    }

    /** The one-time password stands in this answer only, and nowhere else. */
    private String shown(AccountResult result, HttpServletResponse response, Model model) {
        AccountResult.OneTimePassword password = (AccountResult.OneTimePassword) result;
        model.addAttribute("oneTime", password);
        return account(password.account(), List.of(), model);
    }

    private String account(AccountId id, List<Remark> reasons, Model model) {
        Officer by = signedIn.required();
        Optional<Entry> entry = directory.find(by, id);
        if (entry.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("line", AccountLine.of(entry.get(), organs));
        model.addAttribute("own", by.id().equals(id));
        model.addAttribute("secondFactor", secondFactor.confirmed(id));
        model.addAttribute("reasons", reasons);
        choices(model);
        return "account/account";
    }

    private String newForm(Model model, List<Remark> reasons, String login, String name, @Nullable Long organ) {
        model.addAttribute("reasons", reasons);
        model.addAttribute("login", login);
        model.addAttribute("name", name);
        model.addAttribute("organ", organ);
        choices(model);
        return "account/new";
    }

    private void choices(Model model) {
        Set<OrganId> mine = permissions.organsWith(signedIn.required(), Role.SECURITY_ADMINISTRATOR);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> organ.open() && mine.contains(organ.id()))
                        .toList());
        model.addAttribute("roles", Stream.of(Role.values()).toList());
        model.addAttribute("zone", clock.getZone());
    }
}
