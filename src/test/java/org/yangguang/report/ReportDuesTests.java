package org.yangguang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;

class ReportDuesTests {

    private final ReportDues dues = new ReportDues(MonthDay.of(1, 31), MonthDay.of(3, 31), new int[] {20, 7, 1});

    @Test
    void departmentsReportByTheEndOfJanuaryAndGovernmentsByTheEndOfMarch() {
        assertThat(dues.of(organ(OrganKind.DEPARTMENT), 2023)).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(dues.of(organ(OrganKind.STREET_OFFICE), 2019)).isEqualTo(LocalDate.of(2020, 1, 31));
        assertThat(dues.of(organ(OrganKind.GOVERNMENT), 2023)).isEqualTo(LocalDate.of(2024, 3, 31));
    }

    @Test
    void underTheRegulationsOf2007EveryOrganReportsByTheEndOfMarch() {
        assertThat(dues.of(organ(OrganKind.DEPARTMENT), 2016)).isEqualTo(LocalDate.of(2017, 3, 31));
    }

    private static Organ organ(OrganKind kind) {
        return new Organ(
                new OrganId(1),
                null,
                "/1/",
                "320311",
                kind,
                "014320144",
                "某局",
                "某局",
                null,
                1,
                LocalDate.of(2008, 5, 1),
                null,
                null,
                Contact.NONE,
                Instant.EPOCH,
                1);
    }
}
