package org.yangguang.statistics.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.SchemeBook;
import org.yangguang.statistics.StatementDuties;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;

/** Reads what addresses say of statements and cells; what is not there, or not for the officer, ends the request. */
@Component
class StatementAddress {

    private final SchemeBook schemes;
    private final Organs organs;
    private final StatementDuties duties;
    private final SignedIn signedIn;

    StatementAddress(SchemeBook schemes, Organs organs, StatementDuties duties, SignedIn signedIn) {
        this.schemes = schemes;
        this.organs = organs;
        this.duties = duties;
        this.signedIn = signedIn;
    }

    Officer officer() {
        return signedIn.required();
    }

    /** Of a console page: only what the officer may read. */
    StatementKey ofConsole(long organ, String scheme, String period, String coverage) {
        StatementKey key = of(organ, scheme, period, coverage);
        if (!duties.mayRead(officer(), key.organ())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return key;
    }

    StatementKey of(long organ, String scheme, String period, String coverage) {
        Coverage wanted =
                switch (coverage.toLowerCase(Locale.ROOT)) {
                    case "organ" -> Coverage.ORGAN;
                    case "subtree" -> Coverage.SUBTREE;
                    default -> throw missing();
                };
        OrganId id = new OrganId(organ);
        if (organs.find(id).isEmpty() || schemes.named(scheme).isEmpty()) {
            throw missing();
        }
        return new StatementKey(id, scheme, Period.parse(period).orElseThrow(StatementAddress::missing), wanted);
    }

    /** {@code table/row:column}, as scheme files write it. */
    Cell cell(Scheme scheme, String text) {
        int slash = text.indexOf('/');
        int colon = text.lastIndexOf(':');
        if (slash < 0 || colon < slash) {
            throw missing();
        }
        Cell cell = new Cell(text.substring(0, slash), text.substring(slash + 1, colon), text.substring(colon + 1));
        if (!scheme.cells().contains(cell)) {
            throw missing();
        }
        return cell;
    }

    Scheme scheme(StatementKey key) {
        return schemes.named(key.scheme()).orElseThrow(StatementAddress::missing);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
