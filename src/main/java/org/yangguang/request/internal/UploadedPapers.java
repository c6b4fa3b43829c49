package org.yangguang.request.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CasePapers;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.Texts;
import org.yangguang.request.internal.ReplyCopies.ReplyFile;

/** Papers that came with the application, with a step, and with the reply. */
@Component
class UploadedPapers implements CasePapers {

    private final CaseTable cases;
    private final EventTable events;
    private final ReplyCopies copies;
    private final FileStore store;
    private final MessageSource texts;

    UploadedPapers(CaseTable cases, EventTable events, ReplyCopies copies, FileStore store, MessageSource texts) {
        this.cases = cases;
        this.events = events;
        this.copies = copies;
        this.store = store;
        this.texts = texts;
    }

    @Override
    public List<Paper> of(Case known) {
        List<Paper> papers = new ArrayList<>();
        cases.sheet(known.id()).ifPresent(sheet -> sheet.files()
                .forEach(hash -> add(hash, known.arrivedOn(), "request.action.RECEIVE", papers)));
        for (CaseEvent event : events.of(known.id())) {
            Texts beside = events.texts(known.id(), event.number());
            beside.files()
                    .forEach(hash -> add(
                            hash, event.on(), "request.action." + event.step().action(), papers));
            ReplyContent reply = beside.reply();
            boolean served = known.result() != null && known.result().reply() == event.number();
            if (reply != null && served) {
                copies.made(known.id(), reply.files()).forEach(file -> reply(file, event.on(), papers));
            }
        }
        return papers;
    }

    /** As it was written, and what the applicant got where that is another file. */
    private void reply(ReplyFile file, LocalDate on, List<Paper> papers) {
        StoredFile copy = file.copy();
        String original = file.original().hash();
        if (copy == null || copy.hash().equals(original)) {
            add(original, on, "request.reply", papers);
        } else {
            add(original, on, "request.archive.original", papers);
            add(copy.hash(), on, "request.archive.given", papers);
        }
    }

    private void add(String hash, LocalDate on, String title, List<Paper> papers) {
        store.find(hash).ifPresent(file -> {
            String ending =
                    file.type().substring(file.type().lastIndexOf('/') + 1).replaceAll("[^a-z0-9]", "");
            papers.add(new Paper(
                    on,
                    texts.getMessage(title, null, Locale.SIMPLIFIED_CHINESE),
                    hash.substring(0, 12) + "." + (ending.length() > 5 ? "bin" : ending),
                    file.type(),
                    Binding.ENCLOSED,
                    () -> store.open(file)));
        });
    }
}
