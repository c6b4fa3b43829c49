package org.yangguang.organ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.internal.OrganTree;

/** What the tree of organs demands; each method answers with every reason that speaks against a change. */
final class OrganRules {

    private static final int NAME_LENGTH = 100;
    private static final Pattern POST_CODE = Pattern.compile("\\d{6}");
    private static final Pattern E_MAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9+\\-() ,;/（），、；转]{3,}");

    private OrganRules() {}

    static List<Remark> founding(OrganRegister.Founding founding, OrganTree tree) {
        List<Remark> reasons = named(founding.name(), founding.shortName(), founding.nameEn());
        reasons.addAll(placed(founding.regionCode(), founding.code(), null, tree));
        Organ parent = founding.parent() == null ? null : tree.find(founding.parent());
        if (founding.parent() != null && (parent == null || !parent.open())) {
            reasons.add(Remark.of("organ.refused.parent"));
        }
        reasons.addAll(reachable(founding.contact()));
        return reasons;
    }

    static List<Remark> named(String name, String shortName, @Nullable String nameEn) {
        List<Remark> reasons = new ArrayList<>();
        if (name.isBlank() || tooLong(name) || unprintable(name)) {
            reasons.add(Remark.of("organ.refused.name", NAME_LENGTH));
        }
        if (tooLong(shortName) || unprintable(shortName)) {
            reasons.add(Remark.of("organ.refused.short-name", NAME_LENGTH));
        }
        if (nameEn != null && (nameEn.length() > 200 || unprintable(nameEn))) {
            reasons.add(Remark.of("organ.refused.name-en", 200));
        }
        return reasons;
    }

    static List<Remark> placed(String regionCode, String code, @Nullable OrganId self, OrganTree tree) {
        List<Remark> reasons = new ArrayList<>();
        if (tree.region(regionCode) == null) {
            reasons.add(Remark.of("organ.refused.region", regionCode));
        }
        if (!OrganCode.acceptable(code)) {
            reasons.add(Remark.of("organ.refused.code"));
        }
        Organ holder = tree.byCode(code);
        if (holder != null && !holder.id().equals(self)) {
            reasons.add(Remark.of("organ.refused.code-taken", holder.name()));
        }
        return reasons;
    }

    static List<Remark> warnings(String name, String code, @Nullable OrganId self, OrganTree tree) {
        List<Remark> warnings = new ArrayList<>(OrganCode.warnings(code));
        tree.all().stream()
                .filter(each ->
                        each.open() && each.name().equals(name) && !each.id().equals(self))
                .findFirst()
                .ifPresent(each -> warnings.add(Remark.of("organ.warning.name-taken", each.code())));
        return warnings;
    }

    static List<Remark> reachable(Contact contact) {
        List<Remark> reasons = new ArrayList<>();
        if (!contact.postCode().isEmpty()
                && !POST_CODE.matcher(contact.postCode()).matches()) {
            reasons.add(Remark.of("organ.refused.post-code"));
        }
        if (!contact.email().isEmpty() && !E_MAIL.matcher(contact.email()).matches()) {
            reasons.add(Remark.of("organ.refused.email"));
        }
        if (!contact.phone().isEmpty() && !NUMBERS.matcher(contact.phone()).matches()) {
            reasons.add(Remark.of("organ.refused.phone"));
        }
        if (!contact.fax().isEmpty() && !NUMBERS.matcher(contact.fax()).matches()) {
            reasons.add(Remark.of("organ.refused.fax"));
        }
        if (contact.address().length() > 200
                || contact.officeHours().length() > 200
                || contact.email().length() > 200) {
            reasons.add(Remark.of("organ.refused.contact-length", 200));
        }
        return reasons;
    }

    /** A change of name or state counts from a day after the current name began and not after today. */
    static List<Remark> from(LocalDate day, LocalDate nameSince, LocalDate today) {
        List<Remark> reasons = new ArrayList<>();
        if (!day.isAfter(nameSince)) {
            reasons.add(Remark.of("organ.refused.date-early", nameSince));
        }
        if (day.isAfter(today)) {
            reasons.add(Remark.of("organ.refused.date-future"));
        }
        return reasons;
    }

    static List<Remark> closing(Organ organ, OrganTree tree) {
        List<Remark> reasons = new ArrayList<>();
        long below = tree.subtree(organ.id()).stream()
                .map(tree::find)
                .filter(Objects::nonNull)
                .filter(each -> each.open() && !each.id().equals(organ.id()))
                .count();
        if (below > 0) {
            reasons.add(Remark.of("organ.refused.open-below", below));
        }
        if (organ.parent() == null) {
            reasons.add(Remark.of("organ.refused.root"));
        }
        return reasons;
    }

    static List<Remark> target(Organ organ, OrganId target, OrganTree tree, String key) {
        Organ found = tree.find(target);
        boolean fits =
                found != null && found.open() && !tree.subtree(organ.id()).contains(target);
        return fits ? List.of() : List.of(Remark.of(key));
    }

    private static boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > NAME_LENGTH;
    }

    private static boolean unprintable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
