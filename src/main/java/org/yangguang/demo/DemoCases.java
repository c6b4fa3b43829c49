package org.yangguang.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.Act;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.Channel;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.Intake;
import org.yangguang.request.Opinion;
import org.yangguang.request.Outcome;
import org.yangguang.request.Receipt;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.Requests;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;

/** Takes applications in and moves them on, through the services that officers use. Applicants are invented. */
@Component
class DemoCases {

    private final Requests requests;
    private final WorkingCalendar calendar;

    DemoCases(Requests requests, WorkingCalendar calendar) {
        this.requests = requests;
        this.calendar = calendar;
    }

    /** An application on its way. */
    final class Way {

        final People people;
        final CaseId id;
        final String number;
        private int version;
        private LocalDate day;

        private Way(People people, Intake intake) {
            this.people = people;
            Receipt receipt = requests.receive(people.office(), intake);
            if (!(receipt instanceof Receipt.Received received)) {
                throw new IllegalStateException("The demonstration was refused: " + receipt);
            }
            id = received.id();
            number = received.number();
            version = received.version();
            day = intake.confirmedOn() == null ? intake.arrivedOn() : intake.confirmedOn();
        }

        LocalDate day() {
            return day;
        }

        Case known() {
            return requests.find(id).orElseThrow();
        }

        Way on(LocalDate next) {
            day = next;
            return this;
        }

        /** So many working days later. */
        Way later(int days) {
            return on(calendar.deadline(day, days).date());
        }

        Way act(Officer officer, Step step, String words) {
            return act(officer, Act.of(day, step, words));
        }

        Way act(Officer officer, Act act) {
            Outcome outcome = requests.takeOver(officer, id, version, act);
            if (!(outcome instanceof Outcome.Done done)) {
                throw new IllegalStateException("The demonstration was refused: " + act.step() + " " + outcome);
            }
            version = done.version();
            return this;
        }

        Way assigned() {
            return assigned("综合科");
        }

        Way assigned(String unit) {
            return act(
                    people.office(),
                    new Step.Assign(
                            unit, people.handler().id(), people.handler().name()),
                    "");
        }

        Way asked(ConsultationKind kind, String party, String words) {
            return act(people.handler(), Act.consult(day, kind, party, words));
        }

        Way answeredBy(Opinion opinion, String words) {
            return act(people.handler(), new Step.RecordOpinion(1, opinion), words);
        }

        Way helpedBy(String unit, LocalDate until, String words) {
            return act(
                    people.handler(),
                    new Act(day, new Step.AskAssistance(until), new Texts(words, unit, null, List.of())));
        }

        Way submitted(ReplyContent reply) {
            return act(people.handler(), Act.reply(day, reply));
        }

        Way cleared() {
            return act(people.secrecy(), new Step.ClearReply(), "经审查，答复内容不涉及国家秘密。");
        }

        Way approved() {
            return act(people.leader(), new Step.ApproveReply(), "同意答复。");
        }

        Way served() {
            return act(people.handler(), new Step.Serve(ServiceMethod.POST), "");
        }

        Way answered(ReplyContent reply) {
            return submitted(reply).cleared().approved().served();
        }
    }

    Way open(People people, Intake intake) {
        return new Way(people, intake);
    }

    Way file(People people, Channel channel, LocalDate arrived, String title, ApplicantKind kind) {
        return file(people, channel, arrived, title, applicant(title, kind));
    }

    Way file(People people, Channel channel, LocalDate arrived, String title, Applicant applicant) {
        return open(
                people,
                Intake.of(
                        people.office().organ(),
                        channel,
                        arrived,
                        applicant,
                        new Wanted(title, "", "", "", Wanted.Form.ANY, Wanted.Way.POST),
                        "demo-now-" + title + arrived));
    }

    /** In hand for so many working days, and worked on today or the working day before. */
    Way under(People people, LocalDate today, int days, String title) {
        return file(people, Channel.REGISTERED_LETTER, before(today, days), title, ApplicantKind.PERSON)
                .assigned()
                .on(before(today, 1));
    }

    /** Who asks for this: the same one for the same title. */
    static Applicant applicant(String title, ApplicantKind kind) {
        int number = Math.floorMod(title.hashCode(), 89) + 10;
        String name = kind.organisation()
                ? "示例" + (kind == ApplicantKind.COMPANY ? "商贸有限公司" : "机构") + number
                : "示例申请人" + number;
        return new Applicant(
                kind,
                name,
                "",
                "示例证件" + number,
                kind.organisation() ? "示例联系人" : "",
                "0516-0000" + (2000 + number),
                "",
                "示例路 " + number + " 号",
                "");
    }

    LocalDate after(LocalDate today, int days) {
        return calendar.deadline(today, days).date();
    }

    /** The working day that lies so many working days before. */
    LocalDate before(LocalDate today, int days) {
        LocalDate day = today;
        while (calendar.workingDaysBetween(day, today) < days || !calendar.workingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
