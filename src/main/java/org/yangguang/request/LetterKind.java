package org.yangguang.request;

import java.util.EnumSet;
import java.util.Set;

/**
 * Letters that belong to a case, as a model city issues them (宿政办函〔2021〕21号). The receipt (接收回执) carries the query code, which is kept nowhere, and is made
 * apart.
 */
public enum LetterKind {
    /** 登记表. */
    REGISTRATION(Action.RECEIVE),
    /** 补正告知书. */
    CORRECTION(Action.ASK_CORRECTION),
    /** 说明理由告知书. */
    REASONS(Action.ASK_REASONS),
    /** 延期答复告知书. */
    EXTENSION(Action.NOTIFY_EXTENSION),
    /** 延迟答复告知书. */
    DELAY(Action.NOTIFY_DELAY),
    /** 征求意见书 (第三方). */
    THIRD_PARTY_CONSULTATION(Action.CONSULT),
    /** 征求意见确认函: for the third party to fill in. */
    OPINION_CONFIRMATION(Action.CONSULT),
    /** 征求意见告知书, for the applicant. */
    CONSULTATION_NOTICE(Action.CONSULT),
    /** 依申请公开告知书, for the third party whose information is disclosed. */
    DISCLOSURE_NOTICE(Action.CONSULT),
    /** 征求意见书 (共同制作机关). */
    JOINT_ORGAN_CONSULTATION(Action.CONSULT),
    /** 协办函. */
    ASSISTANCE(Action.ASK_ASSISTANCE),
    /** 转送函. */
    TRANSFER(Action.TRANSFER),
    /** 收费通知书. */
    FEE(Action.ASK_FEE),
    /** 审查呈批单: a sheet of the office, with the opinion of everybody who reviewed the reply; filed when it is approved. */
    REVIEW_SHEET(Action.SUBMIT_REPLY),
    /** 告知书: the reply. */
    REPLY(Action.SUBMIT_REPLY),
    /** 主动公开移送明细表: a sheet of the office, handing what was given over to those who disclose it on the organ's own account (2019 Art. 44). */
    DISCLOSURE_HANDOVER(Action.SUBMIT_REPLY),
    /** 处理告知书: it was given up by silence. */
    CLOSING(Action.ABANDON),
    /** 撤回确认书. */
    WITHDRAWAL(Action.WITHDRAW);

    private static final Set<LetterKind> FOR_APPLICANT =
            EnumSet.of(CORRECTION, REASONS, EXTENSION, DELAY, CONSULTATION_NOTICE, FEE, REPLY, CLOSING, WITHDRAWAL);

    /** Letters and sheets that are numbered one after the other by an organ in a year. */
    public enum Series {
        LETTERS,
        REVIEWS,
        HANDOVERS
    }

    private final Action action;

    LetterKind(Action action) {
        this.action = action;
    }

    /** The step that the letter belongs to. */
    public Action action() {
        return action;
    }

    /** In which series it is numbered. */
    public Series series() {
        return switch (this) {
            case REVIEW_SHEET -> Series.REVIEWS;
            case DISCLOSURE_HANDOVER -> Series.HANDOVERS;
            default -> Series.LETTERS;
        };
    }

    /** Whether it stays in the office: a sheet without letterhead, for the file of the case. */
    public boolean staysInTheOffice() {
        return series() != Series.LETTERS;
    }

    /** Whether it is for the applicant, who can take it from the tracking page. */
    public boolean forApplicant() {
        return FOR_APPLICANT.contains(this);
    }
}
