package org.yangguang.organ.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.organ.OrganOversight;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;
import org.yangguang.organ.RegionRegister;
import org.yangguang.organ.Remark;

/** Where regions are looked after. */
@Controller
@RequestMapping("/console/regions")
class RegionPages {

    private final Organs organs;
    private final RegionRegister register;
    private final OrganOversight oversight;

    RegionPages(Organs organs, RegionRegister register, OrganOversight oversight) {
        this.organs = organs;
        this.register = register;
        this.oversight = oversight;
    }

    @GetMapping
    String list(Model model) {
        return list(List.of(), new Region("", null, ""), model);
    }

    @PostMapping
    String add(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam String name,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Region region = new Region(code.strip(), parent.isBlank() ? null : parent, name.strip());
        return after(register.add(region), region, response, flash, model);
    }

    @PostMapping("/{code}/rename")
    String rename(
            @PathVariable String code,
            @RequestParam String name,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return after(register.rename(code, name), new Region("", null, ""), response, flash, model);
    }

    @PostMapping("/{code}/remove")
    String remove(@PathVariable String code, HttpServletResponse response, RedirectAttributes flash, Model model) {
        return after(register.remove(code), new Region("", null, ""), response, flash, model);
    }

    private String after(
            List<Remark> reasons, Region typed, HttpServletResponse response, RedirectAttributes flash, Model model) {
        if (reasons.isEmpty()) {
            flash.addFlashAttribute("done", "organ.done");
            return "redirect:/console/regions";
        }
        response.setStatus(422);
        return list(reasons, typed, model);
    }

    private String list(List<Remark> reasons, Region typed, Model model) {
        model.addAttribute("regions", organs.regions());
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", reasons);
        model.addAttribute("mayAdminister", oversight.mayAdministerAll());
        return "organ/regions";
    }
}
