package org.yangguang.notify.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.notify.internal.MessageTable;
import org.yangguang.site.DeskWork;

/** Messages that could not be delivered wait for somebody who mends their address or the service. */
@Component
class UndeliveredWork implements DeskWork {

    private static final int MOST = 200;

    private final MessageTable table;

    UndeliveredWork(MessageTable table) {
        this.table = table;
    }

    @Override
    public Set<String> roles() {
        return Set.of(MessagePages.ROLE);
    }

    @Override
    public List<Line> waiting() {
        List<MessageTable.Line> undelivered = table.troubled(MOST).stream()
                .filter(line -> line.state().equals("UNDELIVERED"))
                .toList();
        return undelivered.isEmpty()
                ? List.of()
                : List.of(new Line(
                        "notify.desk.undelivered",
                        List.of(String.valueOf(undelivered.size())),
                        "",
                        MessagePages.PATH,
                        null,
                        undelivered.get(undelivered.size() - 1).createdAt()));
    }
}
