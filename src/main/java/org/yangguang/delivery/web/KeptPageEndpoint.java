package org.yangguang.delivery.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what comes in on the thread that waits for all connections, and answers there what can be answered from memory. No thread is
 * woken for it and none is needed: kept pages are given even while all others work. What is not answered is put back, and the server
 * reads it as if nobody had looked.
 */
final class KeptPageEndpoint extends NioEndpoint {

    private static final Logger log = LoggerFactory.getLogger(KeptPageEndpoint.class);
    private static final int LARGEST_ANSWER = 128 * 1024;

    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);
    private volatile @Nullable KeptAnswers answers;

    private static final class Buffers {
        private final ByteBuffer in = ByteBuffer.allocateDirect(RequestHead.LONGEST);
        private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST_ANSWER);
        private final byte[] request = new byte[RequestHead.LONGEST];
    }

    private enum Outcome {
        ANSWERED,
        LEFT,
        BROKEN
    }

    void answerFrom(KeptAnswers kept) {
        answers = kept;
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
        KeptAnswers kept = answers;
        // Between two requests a connection belongs to no processor, and nobody holds its lock.
        if (kept == null
                || event != SocketEvent.OPEN_READ
                || !dispatch
                || isPaused()
                || isSSLEnabled()
                || socket.getCurrentProcessor() != null
                || !socket.getLock().tryLock()) {
            return super.processSocket(socket, event, dispatch);
        }
        Outcome outcome;
        try {
            outcome = socket.getCurrentProcessor() != null
                            || !socket.getSocketBufferHandler().isReadBufferEmpty()
                    ? Outcome.LEFT
                    : answer(kept, socket);
        } finally {
            socket.getLock().unlock();
        }
        return switch (outcome) {
            case ANSWERED -> true;
            case LEFT -> super.processSocket(socket, event, dispatch);
            case BROKEN -> false;
        };
    }

    private Outcome answer(KeptAnswers kept, SocketWrapperBase<NioChannel> socket) {
        Buffers own = buffers.get();
        ByteBuffer in = own.in.clear();
        try {
            if (socket.getSocket().read(in) <= 0) {
                return Outcome.LEFT;
            }
        } catch (IOException e) {
            return Outcome.LEFT;
        }
        in.flip();
        int length = in.remaining();
        in.get(own.request, 0, length).rewind();
        boolean answered = false;
        try {
            answered = kept.answer(own.request, length, own.out.clear(), socket::getRemoteAddr);
        } catch (RuntimeException e) {
            log.error("A kept page could not be given; the program makes it", e);
        }
        if (!answered) {
            socket.unRead(in);
            return Outcome.LEFT;
        }
        ((NioSocketWrapper) socket).updateLastRead();
        return give(own.out, socket);
    }

    private Outcome give(ByteBuffer answer, SocketWrapperBase<NioChannel> socket) {
        try {
            socket.getSocket().write(answer);
            if (answer.hasRemaining()) {
                return giveSlowly(answer, socket);
            }
            socket.registerReadInterest();
            return Outcome.ANSWERED;
        } catch (IOException e) {
            return Outcome.BROKEN;
        }
    }

    /** A reader who does not take it all at once must not make others wait. */
    private Outcome giveSlowly(ByteBuffer answer, SocketWrapperBase<NioChannel> socket) {
        ByteBuffer rest = ByteBuffer.allocate(answer.remaining()).put(answer).flip();
        try {
            getExecutor().execute(() -> {
                socket.getLock().lock();
                try {
                    socket.write(true, rest);
                    socket.flush(true);
                    socket.registerReadInterest();
                } catch (IOException e) {
                    socket.close();
                } finally {
                    socket.getLock().unlock();
                }
            });
            return Outcome.ANSWERED;
        } catch (RejectedExecutionException e) {
            return Outcome.BROKEN;
        }
    }
}
