package org.yangguang.site;

import java.util.Set;

/**
 * Addresses of forms that anybody may send without having been here before: no session is opened for them, and so they carry no session's token.
 * Only for forms that use no rights of whoever sends them and that {@link FormGuard}, or a code that was given out, protects. A module offers its own
 * as a bean.
 *
 * @param paths exact paths or patterns as controllers declare them
 */
public record OpenForms(Set<String> paths) {}
