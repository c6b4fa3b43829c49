package org.yangguang.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.catalogue.internal.IndexNumberTable;
import org.yangguang.catalogue.internal.IndexSchemeTable;
import org.yangguang.catalogue.internal.NumberText;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/**
 * Index numbers (索引号): unique for ever, never reused, never changed.
 *
 * <p>Numbers are given out in short transactions of their own, on connections of their own: a caller whose transaction fails
 * leaves a gap, and no caller waits for another one's transaction.
 */
@Service
public class IndexNumbers {

    private final IndexNumberTable numbers;
    private final IndexSchemeTable schemes;
    private final Organs organs;

    IndexNumbers(IndexNumberTable numbers, IndexSchemeTable schemes, Organs organs) {
        this.numbers = numbers;
        this.schemes = schemes;
        this.organs = organs;
    }

    /**
     * The next number of the organ's scheme in force today, for {@code year}; by default {@code <9-character organ
     * code>/<yyyy>-<5 digits>}, wider when the five digits overflow. Safe for any number of concurrent callers; a number that was
     * issued in a transaction that failed is skipped, not reused.
     *
     * @throws IllegalArgumentException when there is no such organ or the year is not one of four digits
     */
    public String issue(OrganId organ, int year) {
        return issue(organ, year, 1).get(0);
    }

    /** Issues {@code count} numbers at once, for bulk loading; consecutive but for foreign numbers in their way. */
    public List<String> issue(OrganId organ, int year, int count) {
        if (year < 1000 || year > 9999 || count < 0) {
            throw new IllegalArgumentException("Cannot issue " + count + " numbers for the year " + year + ".");
        }
        Organ of = organs.find(organ)
                .orElseThrow(() -> new IllegalArgumentException("There is no organ " + organ.value() + "."));
        return numbers.issue(schemes.inForce(organ).pattern().of(of, year), organ, count);
    }

    /**
     * Records numbers of a foreign scheme, exactly as they are, in the running transaction. A number that an import has taken in a
     * transaction that failed may be taken again; it is never issued.
     *
     * @return those that were not recorded: taken already, given twice here, or defective as {@link #check} says
     */
    @Transactional
    public Collection<String> register(OrganId organ, Collection<String> foreign) {
        List<String> refused = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (String number : foreign) {
            if (!NumberText.defects(number).isEmpty() || !wanted.add(number)) {
                refused.add(number);
            }
        }
        if (!wanted.isEmpty()) {
            Set<String> issued = new HashSet<>(numbers.reserve(organ, wanted));
            wanted.removeAll(issued);
            refused.addAll(issued);
            Set<String> taken = new HashSet<>(wanted);
            taken.removeAll(numbers.take(organ, wanted));
            refused.addAll(taken);
        }
        return refused;
    }

    /** What is wrong, and what is odd, with foreign numbers before they are registered; nothing is recorded. */
    public Map<String, IndexNumberCheck> check(Collection<String> foreign) {
        Map<String, List<String>> alike = numbers.alike(foreign);
        Map<String, IndexNumberCheck> checks = new LinkedHashMap<>();
        for (String number : foreign) {
            List<String> others = alike.getOrDefault(NumberText.normal(number), List.of()).stream()
                    .filter(other -> !other.equals(number))
                    .toList();
            List<Reason> warnings = new ArrayList<>();
            if (!others.isEmpty()) {
                warnings.add(new Reason("catalogue.index.warning.alike", String.join(" , ", others)));
            }
            NumberText.organCode(number)
                    .filter(code -> !NumberText.checkDigitHolds(code))
                    .ifPresent(code -> warnings.add(new Reason("catalogue.index.warning.checkDigit", code)));
            checks.put(number, new IndexNumberCheck(NumberText.defects(number), warnings));
        }
        return checks;
    }

    /** Known numbers that are the same as {@code typed} but for width, case, spaces and the kind of brackets, hyphens and slashes. */
    public List<String> lookup(String typed) {
        return numbers.alike(List.of(typed)).getOrDefault(NumberText.normal(typed), List.of());
    }
}
