package org.yangguang.governance.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.governance.Keepers;
import org.yangguang.governance.Outcome;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** What all console pages of this module need: who is there, for which organs, and how the end of an act is told. */
@Component("governanceDesk")
class Desk {

    private final SignedIn signedIn;
    private final Keepers keepers;
    private final Organs organs;

    Desk(SignedIn signedIn, Keepers keepers, Organs organs) {
        this.signedIn = signedIn;
        this.keepers = keepers;
        this.organs = organs;
    }

    Officer keeper() {
        Officer officer = signedIn.required();
        if (keepers.organs(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }

    Set<OrganId> organs(Officer officer) {
        return keepers.organs(officer);
    }

    /** The open ones, in their order. */
    List<Organ> choice(Officer officer) {
        Set<OrganId> mine = keepers.organs(officer);
        return organs.all().stream()
                .filter(organ -> mine.contains(organ.id()) && organ.open())
                .toList();
    }

    static String tell(Outcome outcome, String done, String page, RedirectAttributes told) {
        if (outcome instanceof Outcome.Refused refused) {
            told.addFlashAttribute("told", refused.reasons());
        } else {
            told.addFlashAttribute("done", done);
        }
        return "redirect:" + page;
    }

    /** Null when it is no date. */
    static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Null when it is no amount. */
    static @Nullable BigDecimal amount(String typed) {
        try {
            return new BigDecimal(typed.strip().replace(",", "").replace("，", ""));
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
