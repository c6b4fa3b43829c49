package org.yangguang.disclosure.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Finding;

/** What is known of the links in editions. */
@Repository
public class LinkTable {

    LinkTable(JdbcClient jdbc) {}

    List<Finding> dead(EditionId edition) {
        return List.of();
    }
}
