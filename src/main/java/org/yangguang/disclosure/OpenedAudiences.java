package org.yangguang.disclosure;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.yangguang.disclosure.internal.AudienceTable;

/** Remembers in the reader's session which audiences' codes they have given. A session is opened only when a code was right. */
@Service
public class OpenedAudiences {

    private static final String SESSION = OpenedAudiences.class.getName();

    private final AudienceTable table;

    /** When each audience was opened; a code that was renewed later opens nothing any more. */
    private record Opened(Map<Long, Instant> audiences) implements Serializable {}

    OpenedAudiences(AudienceTable table) {
        this.table = table;
    }

    /** The audiences that the session of this request has opened and that are still open. */
    public List<Audience> in(RequestAttributes request) {
        if (!(request.getAttribute(SESSION, RequestAttributes.SCOPE_SESSION) instanceof Opened opened)) {
            return List.of();
        }
        return table.open(opened.audiences().keySet()).stream()
                .filter(audience -> !opened.audiences()
                        .getOrDefault(audience.id(), Instant.MIN)
                        .isBefore(audience.renewedAt()))
                .toList();
    }

    /** Lets the session of this request see what the audience sees. */
    public void remember(Audience audience, Instant now, RequestAttributes request) {
        Map<Long, Instant> audiences = new HashMap<>();
        if (request.getAttribute(SESSION, RequestAttributes.SCOPE_SESSION) instanceof Opened opened) {
            audiences.putAll(opened.audiences());
        }
        audiences.put(audience.id(), now);
        request.setAttribute(SESSION, new Opened(audiences), RequestAttributes.SCOPE_SESSION);
    }
}
