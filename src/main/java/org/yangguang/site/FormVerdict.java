package org.yangguang.site;

/** What {@link FormGuard} says of a form that was sent. */
public sealed interface FormVerdict {

    /** The form may do its work, through {@link FormGuard#once}. */
    record Admitted(String token) implements FormVerdict {}

    /** This very copy of the form has done its work before. */
    record Repeated(String outcome) implements FormVerdict {}

    /**
     * The form does nothing. Show it again with what was typed and a new {@link GuardedForm}.
     *
     * @param reason message key of a sentence for the reader
     */
    record Refused(String reason) implements FormVerdict {}
}
