package org.yangguang.channel.internal;

import org.jspecify.annotations.Nullable;
import org.yangguang.channel.Carrier;

/** Speaks with the service of one carrier. Nothing is kept between two calls but what {@link Attempt.Going} says. */
interface Connector {

    Carrier carrier();

    /** Takes the next step: does at most one thing that cannot be undone. */
    Attempt send(Post post, long outlet, Credentials credentials, @Nullable String step);

    /** Asks whether the step that was begun was done; changes nothing. */
    Attempt ask(Post post, long outlet, Credentials credentials, @Nullable String step);
}
