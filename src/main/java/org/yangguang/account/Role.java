package org.yangguang.account;

/**
 * What an officer may be trusted with, always for one organ and all below it.
 *
 * <p>The last three are the three administrators (三员) that no one person may hold together.
 */
public enum Role {
    /** 承办人: drafts and gives the first opinion. */
    HANDLER,
    /** 保密员: reviews under the secrecy law. */
    SECRECY_OFFICER,
    /** 分管领导: approves. */
    LEADER,
    /** 政府信息公开工作机构 of an organ: catalogue, guides, withdrawal, answers confirmations. */
    DISCLOSURE_OFFICE,
    /** 主管部门 of the district: the same for all organs, and emergency withdrawal. */
    DISTRICT_OFFICE,
    /** Runs the system: regions, organs, catalogue schemes. */
    SYSTEM_ADMINISTRATOR,
    /** Opens accounts and grants roles. */
    SECURITY_ADMINISTRATOR,
    /** Reads and verifies the audit chain. */
    AUDIT_ADMINISTRATOR;

    /** Name of the granted authority in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }
}
