package org.yangguang.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the open network from those of networks inside: nobody makes this server call into its own network by naming an
 * address there.
 */
public final class OpenNetwork {

    private OpenNetwork() {}

    /**
     * Whether an address is one of the open network: not this machine, not its link or site, not shared, reserved or multicast
     * (RFC 6890), and not one that carries an address of the older kind, which may be any of these.
     */
    public static boolean reaches(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address instanceof Inet4Address) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean special = first == 0
                    || first >= 240
                    || (first == 192 && second == 0)
                    || (first == 198 && (second == 18 || second == 19));
            return !shared && !special;
        }
        boolean local = (first & 0xFE) == 0xFC;
        // 64:ff9b::/96 and 2002::/16 carry addresses of the older kind, which may be private ones
        boolean carrier = (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02) || zeros(bytes);
        return address instanceof Inet6Address && !local && !carrier;
    }

    private static boolean zeros(byte[] bytes) {
        for (int i = 0; i < 8; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
