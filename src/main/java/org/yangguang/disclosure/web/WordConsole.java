package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Word;
import org.yangguang.disclosure.WordList;
import org.yangguang.site.ConsoleEntry;

/** The list of wrong words and their corrections: read by all who write, kept by the district office. */
@Controller
class WordConsole {

    private static final String HERE = "/console/words";

    private final Access access;
    private final WordList list;
    private final Words words;

    WordConsole(Access access, WordList list, Words words) {
        this.access = access;
        this.list = list;
        this.words = words;
    }

    @GetMapping(HERE)
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        String wanted = q.strip();
        List<Word> all = list.all();
        model.addAttribute("keeps", list.mayKeep(access.officer()));
        model.addAttribute("number", all.size());
        model.addAttribute("q", wanted);
        model.addAttribute(
                "list",
                all.stream()
                        .filter(each -> each.wrong().contains(wanted)
                                || each.correct().contains(wanted)
                                || each.note().contains(wanted))
                        .toList());
        model.addAttribute("words", words);
        return "disclosure/words";
    }

    @PostMapping(HERE)
    String keep(
            @RequestParam(defaultValue = "") String wrong,
            @RequestParam(defaultValue = "") String correct,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean binding,
            RedirectAttributes flash) {
        List<Reason> refused = list.keep(access.officer(), new Word(wrong, correct, note, binding));
        if (!refused.isEmpty()) {
            flash.addFlashAttribute("typed", new Word(wrong, correct, note, binding));
        }
        return told(refused, flash);
    }

    @PostMapping(HERE + "/many")
    String keepAll(
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "false") boolean binding,
            RedirectAttributes flash) {
        List<Reason> refused = list.keepAll(access.officer(), lines, binding);
        if (!refused.isEmpty()) {
            flash.addFlashAttribute("lines", lines);
        }
        return told(refused, flash);
    }

    @PostMapping(HERE + "/retire")
    String retire(@RequestParam long id, RedirectAttributes flash) {
        return told(list.retire(access.officer(), id), flash);
    }

    private String told(List<Reason> refused, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", words.say(refused));
        if (refused.isEmpty()) {
            flash.addFlashAttribute("said", words.say("disclosure.words.kept"));
        }
        return "redirect:" + HERE;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry wordsEntry() {
            return new ConsoleEntry(
                    "disclosure.words",
                    HERE,
                    66,
                    Set.of(
                            Role.HANDLER.authority(),
                            Role.DISCLOSURE_OFFICE.authority(),
                            Role.DISTRICT_OFFICE.authority()));
        }
    }
}
