package org.yangguang.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yangguang.file.PersonalData;

/**
 * What proves the identity of an applicant who fills in the form themselves (2019 Art. 29: 身份证明). A number that has check digits must bear them, so that a slip
 * of the finger is noticed before the reply goes to nobody.
 */
public enum IdentityProof {
    /** 居民身份证. */
    IDENTITY_CARD(Set.of(PersonalData.Kind.CITIZEN_ID, PersonalData.Kind.OLD_CITIZEN_ID), false),
    PASSPORT(Set.of(), false),
    /** 港澳台居民居住证、来往内地（大陆）通行证. */
    TRAVEL_PERMIT(Set.of(), false),
    OTHER_OF_PERSON(Set.of(), false),
    /** 统一社会信用代码. */
    CREDIT_CODE(Set.of(PersonalData.Kind.CREDIT_CODE), true),
    OTHER_OF_ORGANISATION(Set.of(), true);

    private final Set<PersonalData.Kind> checked;
    private final boolean organisation;

    IdentityProof(Set<PersonalData.Kind> checked, boolean organisation) {
        this.checked = checked;
        this.organisation = organisation;
    }

    public boolean organisation() {
        return organisation;
    }

    /** Why the proof does not fit the applicant; empty when it does, and for an empty number, which is refused elsewhere. */
    public Optional<Reason> against(ApplicantKind kind, String number) {
        if (kind.organisation() != organisation) {
            return Optional.of(Reason.at("identityType", "request.refused.identityType"));
        }
        boolean plausible = checked.isEmpty()
                || number.isBlank()
                || PersonalData.in(number).stream().anyMatch(each -> checked.contains(each.kind()));
        return plausible
                ? Optional.empty()
                : Optional.of(Reason.at("identity", "request.refused.identityNumber." + this));
    }

    /** Kinds of proof that an applicant of this kind can choose. */
    public static List<IdentityProof> of(ApplicantKind kind) {
        return List.of(values()).stream()
                .filter(each -> each.organisation == kind.organisation())
                .toList();
    }
}
