package org.yangguang.delivery.web;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 as the server speaks it, with kept pages answered before; the server makes it by its name. */
public final class KeptPageProtocol extends Http11NioProtocol {

    private final KeptPageEndpoint endpoint;

    public KeptPageProtocol() {
        this(new KeptPageEndpoint());
    }

    private KeptPageProtocol(KeptPageEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void answerFrom(KeptAnswers kept) {
        endpoint.answerFrom(kept);
    }
}
