package org.yangguang.intake.internal;

import java.io.Closeable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a delivery one after the other, in the same order each time. */
interface RowSource extends Closeable {

    /**
     * A row that is still to be read.
     *
     * @param weight about how many bytes it has
     * @param row the costly part, which any thread may do
     */
    record Pending(long weight, Supplier<SourceRow> row) {}

    /** Null at the end. */
    @Nullable
    Pending next();

    /** How many rows there are; null where only reading tells. */
    @Nullable
    Long total();

    @Override
    void close();
}
