package org.yangguang.topic.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.topic.Topic;
import org.yangguang.topic.TopicEditing;
import org.yangguang.topic.TopicEditing.Outcome;
import org.yangguang.topic.TopicEditing.Text;
import org.yangguang.topic.Topics;

/** Where the district office makes topics and collects what belongs to them. */
@Controller
class TopicConsole {

    private static final String HERE = "/console/topics";

    private final TopicEditing editing;
    private final Topics topics;
    private final SignedIn signedIn;

    TopicConsole(TopicEditing editing, Topics topics, SignedIn signedIn) {
        this.editing = editing;
        this.topics = topics;
        this.signedIn = signedIn;
    }

    @GetMapping(HERE)
    String list(Model model) {
        keeper();
        model.addAttribute("topics", editing.all());
        model.addAttribute("typed", new Text("", "", "", ""));
        return "topic/console-topics";
    }

    @PostMapping(HERE)
    String create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String about,
            Model model) {
        Text typed = new Text(code, name, nameEn, about);
        Outcome outcome = editing.create(keeper(), typed);
        if (outcome instanceof Outcome.Done done) {
            return "redirect:" + HERE + "/" + done.topic().id();
        }
        model.addAttribute("topics", editing.all());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", ((Outcome.Refused) outcome).reasons());
        return "topic/console-topics";
    }

    @GetMapping(HERE + "/{id}")
    String topic(@PathVariable long id, Model model) {
        keeper();
        Topic topic = editing.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(topic, new Text(topic.code(), topic.name(), topic.nameEn(), topic.about()), List.of(), model);
    }

    private String show(Topic topic, Text typed, List<TopicEditing.Refusal> refused, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("groups", topics.groups(topic));
        return "topic/console-topic";
    }

    @PostMapping(HERE + "/{id}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String about,
            Model model,
            RedirectAttributes told) {
        Topic before = editing.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Text typed = new Text(before.code(), name, nameEn, about);
        Outcome outcome = editing.change(keeper(), id, version, typed);
        return outcome instanceof Outcome.Refused refused
                ? show(before, typed, refused.reasons(), model)
                : tell(outcome, id, told);
    }

    @PostMapping(HERE + "/{id}/state")
    String move(@PathVariable long id, @RequestParam Topic.State state, RedirectAttributes told) {
        return tell(editing.move(keeper(), id, state), id, told);
    }

    @PostMapping(HERE + "/{id}/collect")
    String collect(@PathVariable long id, @RequestParam(defaultValue = "") String what, RedirectAttributes told) {
        return tell(editing.collect(keeper(), id, what), id, told);
    }

    @PostMapping(HERE + "/{id}/drop")
    String drop(
            @PathVariable long id, @RequestParam String kind, @RequestParam String reference, RedirectAttributes told) {
        return tell(editing.drop(keeper(), id, kind, reference), id, told);
    }

    private static String tell(Outcome outcome, long id, RedirectAttributes told) {
        if (outcome instanceof Outcome.Refused refused) {
            told.addFlashAttribute("told", refused.reasons());
        } else {
            told.addFlashAttribute("done", "topic.saved");
        }
        return "redirect:" + HERE + "/" + id;
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (!TopicEditing.keeps(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry topicsConsoleEntry() {
            return new ConsoleEntry("topic.topics", HERE, 70, Set.of(Role.DISTRICT_OFFICE.authority()));
        }
    }
}
