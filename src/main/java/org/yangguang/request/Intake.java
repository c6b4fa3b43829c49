package org.yangguang.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * An application as it comes in.
 *
 * @param organ to which it is addressed
 * @param arrivedOn the day on which it was handed in, signed for, or came out of machine or mailbox
 * @param confirmedOn the day on which the applicant confirmed it, where the date of receipt hangs on that; null while it is not
 * @param aidedBecause why writing is truly difficult, for {@link Channel#ORAL}; empty otherwise
 * @param submission mark of the form that was sent; the same mark a second time is the same application
 * @param files hashes of scans
 */
public record Intake(
        OrganId organ,
        Channel channel,
        LocalDate arrivedOn,
        @Nullable LocalDate confirmedOn,
        Applicant applicant,
        Wanted wanted,
        String aidedBecause,
        String submission,
        List<String> files) {

    public Intake {
        files = List.copyOf(files);
    }

    public static Intake of(
            OrganId organ,
            Channel channel,
            LocalDate arrivedOn,
            Applicant applicant,
            Wanted wanted,
            String submission) {
        return new Intake(organ, channel, arrivedOn, null, applicant, wanted, "", submission, List.of());
    }

    public Intake confirmed(LocalDate on) {
        return new Intake(organ, channel, arrivedOn, on, applicant, wanted, aidedBecause, submission, files);
    }
}
