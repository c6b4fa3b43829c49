package org.yangguang.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.channel.Subscription;
import org.yangguang.channel.Subscriptions;
import org.yangguang.disclosure.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;

/**
 * Where readers subscribe to mail, confirm it and leave. Opening an address never changes anything: mail programs open links before
 * people do.
 */
@Controller
class SubscriptionPages {

    private static final String FORM = "subscribe";

    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final Organs organs;
    private final FormGuard guard;
    private final TransactionTemplate transaction;

    SubscriptionPages(
            Subscriptions subscriptions,
            Catalogue catalogue,
            Organs organs,
            FormGuard guard,
            TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.organs = organs;
        this.guard = guard;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions")
    String form(
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        return form(new SubscriptionForm("", organ, column, q, Subscription.Frequency.WEEKLY), List.of(), model);
    }

    @PostMapping("/subscriptions")
    String ask(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WEEKLY") Subscription.Frequency frequency,
            HttpServletRequest sent,
            HttpServletResponse response,
            Model model) {
        SubscriptionForm typed = new SubscriptionForm(address, organ, column, query, frequency);
        FormVerdict verdict = guard.check(FORM, sent);
        if (verdict instanceof FormVerdict.Refused refused) {
            response.setStatus(422);
            return form(typed, List.of(Reason.of(refused.reason())), model);
        }
        Subscriptions.Wish wish = new Subscriptions.Wish(
                organ == null ? null : new OrganId(organ),
                column.isBlank() ? null : column.strip(),
                query.isBlank() ? null : query.strip(),
                frequency,
                language());
        List<Reason> reasons = subscriptions.against(address, wish);
        if (!subscriptions.offered()) {
            reasons.add(Reason.of("subscription.refused.noMail"));
        }
        if (!reasons.isEmpty()) {
            response.setStatus(422);
            return form(typed, reasons, model);
        }
        if (verdict instanceof FormVerdict.Admitted admitted) {
            transaction.executeWithoutResult(status -> guard.once(admitted, () -> {
                subscriptions.ask(address, wish);
                return "asked";
            }));
        }
        model.addAttribute("told", "subscription.asked");
        return "channel/subscription-told";
    }

    private String form(SubscriptionForm typed, List<Reason> refused, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("offered", subscriptions.offered());
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        model.addAttribute("columns", catalogue.columns());
        model.addAttribute("guard", guard.open(FORM));
        return "channel/subscriptions";
    }

    @GetMapping({"/subscriptions/confirm/{token}", "/subscriptions/mine/{token}", "/subscriptions/leave/{token}"})
    String mine(@PathVariable String token, Model model) {
        return mine(token, find(token), model);
    }

    @PostMapping("/subscriptions/confirm/{token}")
    String confirm(@PathVariable String token, Model model) {
        return mine(
                token,
                subscriptions
                        .confirm(token)
                        .flatMap(each -> subscriptions.find(token))
                        .orElseThrow(SubscriptionPages::unknown),
                model);
    }

    /** Also what mail programs send for their readers (RFC 8058): they want no page and have no cookie. */
    @PostMapping("/subscriptions/leave/{token}")
    Object leave(@PathVariable String token, HttpServletRequest sent, Model model) {
        Optional<Subscription> left = subscriptions.leave(token);
        if ("One-Click".equals(sent.getParameter("List-Unsubscribe"))) {
            return ResponseEntity.status(left.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("");
        }
        if (left.isEmpty()) {
            throw unknown();
        }
        model.addAttribute("told", "subscription.left");
        return "channel/subscription-told";
    }

    private String mine(String token, Subscription subscription, Model model) {
        if (subscription.state() == Subscription.State.LEFT) {
            model.addAttribute("told", "subscription.left");
            return "channel/subscription-told";
        }
        model.addAttribute("token", token);
        model.addAttribute("subscription", subscription);
        model.addAttribute(
                "about",
                subscriptions.described(subscription.organ(), subscription.column(), subscription.query(), language()));
        return "channel/subscription";
    }

    private Subscription find(String token) {
        return subscriptions.find(token).orElseThrow(SubscriptionPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
