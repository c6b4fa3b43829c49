package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.account.FirstAdministrator;
import org.yangguang.account.FirstAdministrator.Founders;
import org.yangguang.account.FirstAdministrator.Outcome;
import org.yangguang.account.FirstAdministrator.Person;
import org.yangguang.organ.Remark;

/** The page behind the one-time link of an empty installation. */
@Controller
class FirstAdministratorPage {

    private final FirstAdministrator first;

    FirstAdministratorPage(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping(FirstAdministrator.PATH)
    String page(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return form(token, List.of(), FoundersForm.EMPTY, response, model);
    }

    @PostMapping(FirstAdministrator.PATH)
    String found(
            @RequestParam(defaultValue = "") String token,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Fields f = new Fields(fields);
        Outcome outcome = first.found(
                token,
                new Founders(
                        new Person(f.of("securityLogin"), f.of("securityName")),
                        f.of("password"),
                        f.of("passwordAgain"),
                        new Person(f.of("systemLogin"), f.of("systemName")),
                        new Person(f.of("auditLogin"), f.of("auditName")),
                        f.of("regionCode"),
                        f.of("regionName"),
                        f.of("organCode"),
                        f.of("organName")));
        if (outcome instanceof Outcome.Founded founded) {
            model.addAttribute("passwords", founded.passwords());
            return "account/first-done";
        }
        response.setStatus(422);
        return form(token, ((Outcome.Refused) outcome).reasons(), f.shown(), response, model);
    }

    private String form(
            String token, List<Remark> reasons, FoundersForm shown, HttpServletResponse response, Model model) {
        boolean opens = first.opens(token);
        if (!opens) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
        model.addAttribute("opens", opens);
        model.addAttribute("token", token);
        model.addAttribute("reasons", reasons);
        model.addAttribute("form", shown);
        model.addAttribute("organNeeded", first.organNeeded());
        return "account/first";
    }

    private record Fields(Map<String, String> sent) {

        String of(String name) {
            return sent.getOrDefault(name, "");
        }

        FoundersForm shown() {
            return new FoundersForm(
                    of("securityLogin"),
                    of("securityName"),
                    of("systemLogin"),
                    of("systemName"),
                    of("auditLogin"),
                    of("auditName"),
                    of("regionCode"),
                    of("regionName"),
                    of("organCode"),
                    of("organName"));
        }
    }
}
