package org.yangguang.disclosure.web;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ReviewRecord;

/**
 * What an officer may look at in the console: items of the organs in which they hold a role of the review, and editions about which
 * their organ was asked. Anything else does not exist for them.
 */
@Component
class Access {

    private final SignedIn signedIn;
    private final EditionTable editions;
    private final ReviewRecord record;
    private final Desk desk;
    private final JdbcClient jdbc;

    Access(SignedIn signedIn, EditionTable editions, ReviewRecord record, Desk desk, JdbcClient jdbc) {
        this.signedIn = signedIn;
        this.editions = editions;
        this.record = record;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    Officer officer() {
        return signedIn.required();
    }

    Edition edition(long id) {
        return editions.find(new EditionId(id)).filter(this::mayRead).orElseThrow(Access::notThere);
    }

    /** The newest edition of an item. */
    Edition newest(long item) {
        return editions.ofItem(new ItemId(item)).stream()
                .findFirst()
                .filter(edition -> desk.organs(officer()).contains(edition.organ()))
                .orElseThrow(Access::notThere);
    }

    boolean mayRead(Edition edition) {
        return desk.organs(officer()).contains(edition.organ())
                || record.confirmations(edition.id()).stream()
                        .anyMatch(question -> desk.officeOf(officer()).contains(question.asked()));
    }

    boolean mayLoad(String hash) {
        return jdbc
                .sql("select edition_id from disclosure.edition_file where file_hash = ? limit 200")
                .param(hash)
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(id ->
                        editions.find(new EditionId(id)).filter(this::mayRead).isPresent());
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
