package org.yangguang.request.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.Requests;

/** Lets an officer at cases of the organs in which they hold a role; any other case does not exist for them. */
@Component
class CaseAccess {

    private final SignedIn signedIn;
    private final Requests requests;

    CaseAccess(SignedIn signedIn, Requests requests) {
        this.signedIn = signedIn;
        this.requests = requests;
    }

    Officer officer() {
        return signedIn.required();
    }

    Case one(long id) {
        return requests.find(new CaseId(id))
                .filter(known -> requests.mayRead(officer(), known))
                .orElseThrow(CaseAccess::notThere);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
