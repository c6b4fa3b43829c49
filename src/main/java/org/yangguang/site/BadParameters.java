package org.yangguang.site;

import java.util.List;

/** Parameters of an interface call that cannot be; answered with 400 and a problem document that lists them all (RFC 9457). */
public class BadParameters extends RuntimeException {

    private final List<Error> errors;

    /**
     * One thing that is wrong.
     *
     * @param parameter name of the query parameter
     * @param detail sentence that says what is expected
     */
    public record Error(String parameter, String detail) {}

    public BadParameters(List<Error> errors) {
        super(errors.size() + " parameters cannot be read");
        this.errors = List.copyOf(errors);
    }

    public List<Error> errors() {
        return errors;
    }
}
