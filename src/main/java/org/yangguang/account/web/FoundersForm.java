package org.yangguang.account.web;

/** What was typed, without passwords, to be shown again. */
public record FoundersForm(
        String securityLogin,
        String securityName,
        String systemLogin,
        String systemName,
        String auditLogin,
        String auditName,
        String regionCode,
        String regionName,
        String organCode,
        String organName) {

    static final FoundersForm EMPTY = new FoundersForm("", "", "", "", "", "", "", "", "", "");
}
