package org.yangguang.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.site.ReadingView;

/**
 * Where readers choose how pages look, also without scripts. The choice changes nothing but a cookie of their own; that is why a link
 * may make it.
 */
@Controller
class ReadingPreferences {

    private static final Duration KEPT = Duration.ofDays(365);

    /** An address of this site and nothing that a browser could take for another. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");

    @GetMapping("/preferences")
    String preferences(@RequestParam(defaultValue = "/") String back, HttpServletRequest request, Model model) {
        model.addAttribute("back", local(back));
        return "site/preferences";
    }

    @GetMapping("/preferences/keep")
    ResponseEntity<Void> keep(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String colours,
            @RequestParam(defaultValue = "/") String back) {
        String view = ReadingView.parse((text + " " + colours).toLowerCase(Locale.ROOT))
                .key();
        ResponseCookie cookie = ResponseCookie.from(ReadingView.COOKIE, view)
                .path("/")
                .maxAge(view.isEmpty() ? Duration.ZERO : KEPT)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, local(back))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String local(String address) {
        return LOCAL.matcher(address).matches() && address.chars().allMatch(each -> each < 0x7f) ? address : "/";
    }
}
