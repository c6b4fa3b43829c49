package org.yangguang.report;

import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganKind;

/**
 * When annual reports are due: departments publish theirs by 31 January of the next year, governments by 31 March (Article 49 of the 2019
 * Regulations; under those of 2007 every organ by 31 March).
 *
 * @param departments {@code yangguang.report.due.departments}, {@code --01-31}
 * @param governments {@code yangguang.report.due.governments}, {@code --03-31}
 * @param reminders how many days before, the disclosure office of an organ is reminded by mail
 */
@ConfigurationProperties("yangguang.report.due")
public record ReportDues(
        @DefaultValue("--01-31") MonthDay departments,
        @DefaultValue("--03-31") MonthDay governments,
        @DefaultValue({"20", "7", "1"}) int[] reminders) {

    /** The first year reported under the Regulations of 2019, which were in force when its reports were due. */
    private static final int FIRST_OF_2019 = 2019;

    /** The last day on which {@code organ} is in time with its report for {@code year}. */
    public LocalDate of(Organ organ, int year) {
        boolean department = year >= FIRST_OF_2019 && organ.kind() != OrganKind.GOVERNMENT;
        return (department ? departments : governments).atYear(year + 1);
    }
}
