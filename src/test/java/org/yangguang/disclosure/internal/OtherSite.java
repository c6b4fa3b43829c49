package org.yangguang.disclosure.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** A site somewhere else, with pages of every sort: good, gone, endless, slow, leading on and on. */
final class OtherSite implements AutoCloseable {

    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();

    OtherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "other-site");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void called(HttpExchange exchange) {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    }

    private void answer(HttpExchange exchange) throws IOException {
        called(exchange);
        String path = exchange.getRequestURI().getPath();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        switch (path) {
            case "/good" -> exchange.sendResponseHeaders(200, -1);
            case "/gone" -> exchange.sendResponseHeaders(404, -1);
            case "/members" -> exchange.sendResponseHeaders(403, -1);
            case "/broken" -> exchange.sendResponseHeaders(503, -1);
            case "/no-head" -> exchange.sendResponseHeaders(head ? 404 : 200, -1);
            case "/moved" -> redirect(exchange, "good");
            case "/round" -> redirect(exchange, "/round?again");
            case "/to-inside" -> redirect(exchange, "http://10.1.2.3/secret");
            case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
            case "/to-file" -> redirect(exchange, "file:///etc/passwd");
            case "/endless" -> endless(exchange, head);
            case "/dripping" -> dripping(exchange);
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Refuses to answer in short and never comes to an end. */
    private static void endless(HttpExchange exchange, boolean head) throws IOException {
        if (head) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            byte[] much = new byte[1 << 16];
            while (true) {
                body.write(much);
            }
        } catch (IOException leftAlone) {
            // the caller has seen enough
        }
    }

    /** Takes longer than anybody waits. */
    private static void dripping(HttpExchange exchange) {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
