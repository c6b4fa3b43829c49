package org.yangguang.search.internal;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Drops the single characters that pairs cover, and keeps the positions: 预算2016 is indexed as 预 预算 算 2016 and asked for as
 * 预算 _ 2016. A phrase so needs few terms, and still lines up with the index.
 */
final class CoveredCharacters extends TokenFilter {

    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private @Nullable State held;
    private int heldEnd;
    private int heldIncrement;
    private int skipped;
    private int coveredTo;
    private boolean ended;

    CoveredCharacters(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (true) {
            if (held == null && !read()) {
                return false;
            }
            State token = held;
            int end = heldEnd;
            int increment = heldIncrement;
            held = null;
            boolean pairFollows = read() && heldIncrement == 0;
            if (pairFollows) {
                heldIncrement = increment;
            } else if (end > coveredTo) {
                restoreState(token);
                position.setPositionIncrement(increment + skipped);
                length.setPositionLength(1);
                skipped = 0;
                coveredTo = end;
                return true;
            } else {
                skipped += increment;
            }
        }
    }

    private boolean read() throws IOException {
        if (ended || !input.incrementToken()) {
            ended = true;
            return false;
        }
        held = captureState();
        heldEnd = offsets.endOffset();
        heldIncrement = position.getPositionIncrement();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        held = null;
        skipped = 0;
        coveredTo = 0;
        ended = false;
    }
}
