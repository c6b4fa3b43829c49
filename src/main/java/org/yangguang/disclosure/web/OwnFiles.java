package org.yangguang.disclosure.web;

/**
 * Images of a body that is not public yet are shown to officers under an address of the console, which asks whether they may see the
 * edition; what is stored holds the public address.
 */
final class OwnFiles {

    private static final String PUBLIC = "src=\"/files/";
    private static final String CONSOLE = "src=\"/console/files/";

    private OwnFiles() {}

    static String shown(String bodyHtml) {
        return bodyHtml.replace(PUBLIC, CONSOLE);
    }

    static String stored(String bodyHtml) {
        return bodyHtml.replace(CONSOLE, PUBLIC);
    }
}
