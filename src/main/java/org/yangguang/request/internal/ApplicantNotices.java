package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.CaseMoved;
import org.yangguang.request.CaseReceived;
import org.yangguang.request.Requests;

/**
 * Tells applicants what concerns them, by mail and text message as far as they gave an address for it: the receipt, a request to correct, an extension, that the reply is
 * there. A message names number, organ and day, never what was asked for; what happened long ago and is only taken over is not told.
 */
@Component
class ApplicantNotices {

    private static final int RECENT_DAYS = 15;
    private static final Set<Action> TOLD = EnumSet.of(
            Action.CONFIRM,
            Action.TRANSFER,
            Action.ASK_CORRECTION,
            Action.CONSULT,
            Action.NOTIFY_EXTENSION,
            Action.ASK_FEE,
            Action.ASK_REASONS,
            Action.NOTIFY_DELAY,
            Action.SERVE,
            Action.ABANDON);

    private final Requests requests;
    private final Messages messages;
    private final RequestPapers papers;
    private final Organs organs;
    private final MessageSource texts;
    private final Clock clock;

    ApplicantNotices(
            Requests requests,
            Messages messages,
            RequestPapers papers,
            Organs organs,
            MessageSource texts,
            Clock clock) {
        this.requests = requests;
        this.messages = messages;
        this.papers = papers;
        this.organs = organs;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void received(CaseReceived event) {
        tell(requests.find(event.id()).orElseThrow(), event.arrivedOn(), "RECEIVE");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(CaseMoved event) {
        if (TOLD.contains(event.action())) {
            tell(
                    requests.find(event.id()).orElseThrow(),
                    event.on(),
                    event.action().name());
        }
    }

    private void tell(Case known, LocalDate on, String what) {
        if (on.isBefore(LocalDate.now(clock).minusDays(RECENT_DAYS))) {
            return;
        }
        Optional<Applicant> applicant = requests.applicant(known.id());
        applicant.ifPresent(who -> {
            send(Message.Way.EMAIL, who.email(), known, what);
            send(Message.Way.SMS, who.phone().replaceAll("[\\s-]", ""), known, what);
        });
    }

    private void send(Message.Way way, String to, Case known, String what) {
        if (!messages.offered(way) || !Messages.deliverable(way, to)) {
            return;
        }
        String organ = organs.find(known.organ()).map(Organ::name).orElse("");
        String text = say("request.notice." + what, known.number(), organ, until(known));
        String about = "request.application:" + known.id().value();
        if (way == Message.Way.EMAIL) {
            String mail =
                    text + "\n\n" + say("request.notice.look", papers.trackingAddress(known.number())) + "\n" + organ;
            messages.send(Message.email(to, say("request.notice.subject", known.number()), mail, about));
        } else {
            messages.send(Message.sms(to, text, about));
        }
    }

    private static String until(Case known) {
        return known.correction() == null
                ? ""
                : Objects.toString(known.correction().until(), "");
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(key, arguments, key, Locale.SIMPLIFIED_CHINESE));
    }
}
