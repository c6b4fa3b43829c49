package org.yangguang.disclosure.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Review;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ItemRegister;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.disclosure.internal.TextDiff;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.SafeHtml;

/** {@code /console/items}: every item of the officer's organs in whatever state, and one item's whole history. */
@Controller
class ItemRegisterPages {

    private static final int SIZE = 30;

    private final Access access;
    private final ItemRegister register;
    private final EditionTable editions;
    private final ReviewRecord record;
    private final Review review;
    private final Desk desk;
    private final Organs organs;
    private final Names names;
    private final Words words;

    ItemRegisterPages(
            Access access,
            ItemRegister register,
            EditionTable editions,
            ReviewRecord record,
            Review review,
            Desk desk,
            Organs organs,
            Names names,
            Words words) {
        this.access = access;
        this.register = register;
        this.editions = editions;
        this.record = record;
        this.review = review;
        this.desk = desk;
        this.organs = organs;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/console/items")
    String items(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("disclosure.items", "/console/items", q, state, organ, false, sort, page, model);
    }

    @GetMapping("/console/register")
    String register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list("disclosure.register", "/console/register", q, null, organ, true, sort, page, model);
    }

    private String list(
            String title,
            String address,
            String q,
            @Nullable String state,
            @Nullable Long organ,
            boolean registered,
            String sort,
            int page,
            Model model) {
        Officer officer = access.officer();
        Set<OrganId> mine = desk.organs(officer);
        EditionState wanted = Arrays.stream(EditionState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        ItemRegister.Wanted asked =
                new ItemRegister.Wanted(q.strip(), wanted, organ == null ? null : new OrganId(organ), registered);
        boolean reversed = sort.startsWith("-");
        ItemRegister.Order order = Arrays.stream(ItemRegister.Order.values())
                .filter(each -> each.name().equalsIgnoreCase(reversed ? sort.substring(1) : sort))
                .findFirst()
                .orElse(ItemRegister.Order.CHANGED);
        long total = register.count(asked, mine);
        int pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        int current = Math.min(Math.max(1, page), pages);
        model.addAttribute("title", title);
        model.addAttribute("address", address);
        model.addAttribute("q", q);
        model.addAttribute("state", wanted == null ? "" : wanted.name());
        model.addAttribute("organ", organ == null ? 0L : organ);
        model.addAttribute("registered", registered);
        model.addAttribute("order", order);
        model.addAttribute("reversed", reversed);
        model.addAttribute("total", total);
        model.addAttribute("current", current);
        model.addAttribute("pages", pages);
        model.addAttribute("rows", register.find(asked, order, reversed, mine, (current - 1) * SIZE, SIZE));
        model.addAttribute(
                "organs",
                organs.all().stream().filter(each -> mine.contains(each.id())).toList());
        model.addAttribute("words", words);
        return "disclosure/items";
    }

    @GetMapping("/console/items/{id}")
    String history(@PathVariable long id, Model model) {
        Edition newest = access.newest(id);
        model.addAttribute("newest", newest);
        model.addAttribute("editions", editions.ofItem(newest.item()));
        model.addAttribute("steps", record.steps(newest.item()));
        model.addAttribute("releases", register.releases(newest.item()));
        model.addAttribute(
                "revisable",
                editions.ofItem(newest.item()).stream()
                        .filter(edition ->
                                review.offered(access.officer(), edition).contains(Action.REVISE))
                        .limit(1)
                        .toList());
        model.addAttribute("names", names);
        model.addAttribute("words", words);
        return "disclosure/item-history";
    }

    @GetMapping("/console/items/{id}/diff")
    String diff(@PathVariable long id, @RequestParam int from, @RequestParam int to, Model model) {
        Edition newest = access.newest(id);
        List<Edition> all = editions.ofItem(newest.item());
        Edition before = numbered(all, from);
        Edition after = numbered(all, to);
        model.addAttribute("newest", newest);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("changes", Changes.between(before, after, names, words));
        model.addAttribute(
                "runs",
                TextDiff.of(
                        SafeHtml.plainText(before.content().bodyHtml()),
                        SafeHtml.plainText(after.content().bodyHtml())));
        model.addAttribute("words", words);
        return "disclosure/diff";
    }

    private static Edition numbered(List<Edition> all, int number) {
        return all.stream()
                .filter(edition -> edition.number() == number)
                .max(Comparator.comparing(edition -> edition.id().value()))
                .orElseThrow(Access::notThere);
    }

    static List<Organ> open(Organs organs, Set<OrganId> mine) {
        return organs.all().stream()
                .filter(organ -> organ.open() && mine.contains(organ.id()))
                .toList();
    }
}
