package org.yangguang.request.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.request.Applicant;
import org.yangguang.request.CaseId;
import org.yangguang.request.Wanted;

/** Points out what the same applicant asked for before, and whether it was nearly the same (2019 Art. 35, 36(6)). */
@Component
public class NearDuplicates {

    private static final int MOST = 50;
    private static final double NEARLY = 0.6;

    private final ApplicantTable applicants;
    private final CaseTable cases;

    NearDuplicates(ApplicantTable applicants, CaseTable cases) {
        this.applicants = applicants;
        this.cases = cases;
    }

    /** @param near whether it asks for nearly the same */
    public record Earlier(CaseId id, String number, String title, boolean near) {}

    /** Other applications of the applicant, newest first. */
    public List<Earlier> of(Applicant applicant, Wanted wanted, CaseId except) {
        return applicants.sameApplicant(applicant, MOST).stream()
                .filter(id -> !id.equals(except))
                .map(id -> {
                    Wanted other = cases.sheet(id).map(CaseTable.Sheet::wanted).orElse(null);
                    return other == null
                            ? null
                            : new Earlier(
                                    id,
                                    cases.find(id)
                                            .map(CaseTable.Registered::number)
                                            .orElse(""),
                                    other.title(),
                                    near(wanted, other));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether two descriptions share most of their pairs of characters. */
    static boolean near(Wanted one, Wanted other) {
        Set<String> first = pairs(one.title() + one.description());
        Set<String> second = pairs(other.title() + other.description());
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        int all = first.size() + second.size() - both.size();
        return all > 0 && (double) both.size() / all >= NEARLY;
    }

    private static Set<String> pairs(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}，。、；：“”《》（）]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
