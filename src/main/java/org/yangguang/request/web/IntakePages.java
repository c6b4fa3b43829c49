package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.Receipt;
import org.yangguang.request.Requests;
import org.yangguang.request.Wanted;

/** {@code /console/requests/new}: what comes over the counter, by post or fax is put on the register, by keyboard, in under a minute. */
@Controller
class IntakePages {

    private static final int MOST_FILES = 20;

    private final CaseAccess access;
    private final Requests requests;
    private final Organs organs;
    private final Scans scans;
    private final CaseWords words;

    IntakePages(CaseAccess access, Requests requests, Organs organs, Scans scans, CaseWords words) {
        this.access = access;
        this.requests = requests;
        this.organs = organs;
        this.scans = scans;
        this.words = words;
    }

    @GetMapping("/console/requests/new")
    String empty(Model model) {
        Map<String, String> fields = new HashMap<>();
        fields.put("submission", UUID.randomUUID().toString());
        fields.put("arrivedOn", words.today().toString());
        fields.put("channel", Channel.REGISTERED_LETTER.name());
        fields.put("applicantKind", ApplicantKind.PERSON.name());
        fields.put("organ", String.valueOf(access.officer().organ().value()));
        return page(new IntakeForm(fields, List.of()), List.of(), model);
    }

    @PostMapping("/console/requests")
    String register(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) List<String> kept,
            @RequestParam(required = false) List<MultipartFile> scan,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Officer officer = access.officer();
        Scans.Taken taken = scans.take(scan, kept, MOST_FILES);
        IntakeForm form = new IntakeForm(Map.copyOf(fields), taken.hashes());
        List<Refusal> refusals = new ArrayList<>(words.say("scan", taken.refused()));
        if (refusals.isEmpty()) {
            Receipt receipt = requests.receive(officer, form.intake(words.today()), form.unreadable());
            if (receipt instanceof Receipt.Received received) {
                flash.addFlashAttribute("said", words.say("request.intake.done", received.number()));
                flash.addFlashAttribute("queryCode", received.queryCode());
                return "redirect:/console/requests/" + received.id().value();
            } else if (receipt instanceof Receipt.AlreadyReceived before) {
                flash.addFlashAttribute("said", words.say("request.intake.before", before.number()));
                return "redirect:/console/requests/" + before.id().value();
            } else if (receipt instanceof Receipt.Refused refused) {
                refusals.addAll(words.say(refused.reasons()));
            }
        }
        response.setStatus(422);
        return page(form, refusals, model);
    }

    private String page(IntakeForm form, List<Refusal> refusals, Model model) {
        Set<OrganId> mine = requests.intakeOrgans(access.officer());
        model.addAttribute("form", form);
        model.addAttribute("kept", scans.kept(form.files()));
        model.addAttribute("refused", refusals);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(organ -> organ.open() && mine.contains(organ.id()))
                        .sorted(Comparator.comparing((Organ organ) ->
                                !organ.id().equals(access.officer().organ())))
                        .toList());
        model.addAttribute(
                "channels",
                Arrays.stream(Channel.values())
                        .filter(channel -> channel != Channel.ONLINE)
                        .toList());
        model.addAttribute("kinds", Arrays.asList(ApplicantKind.values()));
        model.addAttribute("forms", Arrays.asList(Wanted.Form.values()));
        model.addAttribute("ways", Arrays.asList(Wanted.Way.values()));
        return "request/intake";
    }
}
