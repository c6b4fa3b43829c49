package org.yangguang.search.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yangguang.platform.ProgramCommand;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchSource;
import org.yangguang.search.SearchUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the index anew while the site is not served. */
@Component
@Command(
        name = "reindex",
        description = {
            "Builds the search index anew from the database.",
            "A serving program repairs its index by itself; stop it before running this."
        })
class ReindexCommand implements ProgramCommand {

    private static final int STEP = 1_000;

    private final LuceneIndex index;
    private final ObjectProvider<SearchSource> sources;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ReindexCommand(LuceneIndex index, ObjectProvider<SearchSource> sources) {
        this.index = index;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<SearchSource> all = sources.stream().toList();
        long total = all.stream().mapToLong(SearchSource::count).sum();
        AtomicLong done = new AtomicLong();
        Stream<SearchDocument> documents = IndexCare.documents(all).peek(document -> {
            long number = done.incrementAndGet();
            if (number % STEP == 0) {
                out.printf("%,d of %,d%n", number, total);
                out.flush();
            }
        });
        try {
            index.rebuild(documents);
        } catch (SearchUnavailable e) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println(e.getMessage() + ".");
            errors.println("If the site is being served from this directory, stop it first, then run reindex again.");
            errors.flush();
            return 1;
        }
        out.printf("The index holds %,d documents.%n", index.count());
        out.flush();
        return 0;
    }
}
