package org.yangguang.site;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.yangguang.site.FormLimit.Rate;

/**
 * Keeps guessers from query codes: ten wrong ones from an address in ten minutes. Thirty wrong ones for a number from anywhere in a day are told to the audit
 * chain, but close nothing: codes have 58 bits and more, which nobody guesses, while whoever knows a number, and numbers are counted up, could keep its applicant
 * out.
 *
 * <p>Ask {@link #admits} before the code is looked at, and tell {@link #right} when it was the right one.
 */
@Component
public class CodeGuessing {

    private static final Rate BY_ADDRESS = new Rate(10, Duration.ofMinutes(10));
    private static final Rate BY_NUMBER = new Rate(30, Duration.ofDays(1));

    private final FormLimit limit;

    CodeGuessing(FormLimit limit) {
        this.limit = limit;
    }

    /**
     * @param what which codes, {@code request}
     * @param number what the code belongs to, as it was typed
     * @param address network address of who asks
     */
    public boolean admits(String what, String number, String address) {
        if (!limit.admits("code:" + what, address, BY_ADDRESS)) {
            return false;
        }
        limit.admits("code-of-one:" + what, number.strip(), BY_NUMBER);
        return true;
    }

    public void right(String what, String number, String address) {
        limit.forget("code:" + what, address);
        limit.forget("code-of-one:" + what, number.strip());
    }
}
