package org.yangguang.request;

/** Who is asked before a reply. */
public enum ConsultationKind {
    /** Whose trade secret or privacy it may be (2007 Art. 23, 2019 Art. 32); silence leaves the decision to the organ. */
    THIRD_PARTY,
    /** An organ that made the information together with this one (2019 Art. 34); silence is consent. */
    JOINT_ORGAN
}
