package org.yangguang.request.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.InformationFee;

/** The one right amount of an information processing fee (国办函〔2020〕109号, Articles 3 to 5). */
@Component
class Tariff {

    /** No applicant has more free or cheap items than this in a month that would change the band. */
    private static final int MOST = 2_000;

    private final ApplicantTable applicants;
    private final JdbcClient jdbc;

    Tariff(ApplicantTable applicants, JdbcClient jdbc) {
        this.applicants = applicants;
        this.jdbc = jdbc;
    }

    /** In yuan; 0 within the free allowance. */
    long of(Case known, FeeBasis basis, int count) {
        return switch (basis) {
            case BY_PAGE -> InformationFee.byPage(count);
            case BY_ITEM -> InformationFee.byItem(itemsBefore(known), count);
            case COSTS -> throw new IllegalArgumentException("costs have no tariff");
        };
    }

    /** Items that the same applicant asked this organ for before, in the calendar month of this application (Article 4). */
    private int itemsBefore(Case known) {
        LocalDate received = known.receivedOn() == null ? known.arrivedOn() : known.receivedOn();
        List<CaseId> same = applicants
                .find(known.id())
                .map(applicant -> applicants.sameApplicant(applicant, MOST))
                .orElse(List.of());
        return jdbc.sql("""
                select coalesce(sum(greatest(1, coalesce((
                           select (e.facts ->> 'count')::int from request.event e
                            where e.application_id = a.id and e.action = 'ASK_FEE' and e.facts ->> 'basis' = 'BY_ITEM'), 1))), 0)
                  from request.application a
                 where a.id = any(:same) and a.organ_id = :organ
                   and a.received_on between :first and :received and (a.received_on, a.id) < (:received, :id)""")
                .param("same", same.stream().map(CaseId::value).toArray(Long[]::new))
                .param("organ", known.organ().value())
                .param("first", received.withDayOfMonth(1))
                .param("received", received)
                .param("id", known.id().value())
                .query(Integer.class)
                .single();
    }
}
