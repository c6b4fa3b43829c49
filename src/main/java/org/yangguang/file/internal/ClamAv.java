package org.yangguang.file.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yangguang.file.VirusScan;

/** Asks a ClamAV daemon over TCP: command {@code INSTREAM}, the file in pieces each with its length, an empty piece at the end. */
public final class ClamAv implements VirusScan {

    private static final int PIECE = 65_536;
    private static final int LONGEST_ANSWER = 1_000;

    private final String host;
    private final int port;
    private final Duration timeout;

    public ClamAv(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public Optional<String> threatIn(Path file) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            try {
                send(file, new DataOutputStream(socket.getOutputStream()));
            } catch (IOException hungUp) {
                // one that has seen enough, or too much, says why before it hangs up
                return said(answer(socket.getInputStream()));
            }
            return said(answer(socket.getInputStream()));
        }
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        byte[] answer = in.readNBytes(LONGEST_ANSWER);
        return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND}, or why it could not be scanned. */
    private static Optional<String> said(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Optional.of(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        throw new IOException("the virus scanner answers: " + answer);
    }
}
