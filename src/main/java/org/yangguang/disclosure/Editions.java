package org.yangguang.disclosure;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.PublishedEditions;

/** Looks editions up for the parts of the program that take information in and pass it on. Asks nobody who may see them: the caller does. */
@Service
public class Editions {

    private final EditionTable editions;
    private final PublishedEditions published;

    Editions(EditionTable editions, PublishedEditions published) {
        this.editions = editions;
        this.published = published;
    }

    public Optional<Edition> find(EditionId id) {
        return editions.find(id);
    }

    /** The edition that stands on the site now, if this reader may see it. */
    public Optional<Edition> current(ItemId item, Reader reader) {
        return published.current(item, reader);
    }
}
