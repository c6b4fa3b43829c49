/**
 * Disclosure on request (依申请公开): from any channel to a served reply, on the statutory clock.
 *
 * <p>{@link org.yangguang.request.Requests} is the way in. A {@link org.yangguang.request.Case} is never stored; it is folded from its
 * {@link org.yangguang.request.CaseEvent}s, rows that are only ever added, and {@link org.yangguang.request.RequestClock} computes its deadline from
 * the case and the calendar. The row {@code request.application} repeats what lists need and is written anew from the events after each step.
 * {@link org.yangguang.request.Transitions} says which step is possible from where and by whom; {@code internal.CaseRules} adds what the law asks of each.
 *
 * <p>How other work fits:
 *
 * <ul>
 *   <li>Letters: {@link org.yangguang.request.Letters} makes them of a case and the templates in {@code request/letters.yaml};
 *       {@link org.yangguang.request.RemedyNotice} says the remedies.
 *   <li>The public side: {@link org.yangguang.request.PublicDesk} takes the form in, {@link org.yangguang.request.Tracking} lets people follow and act by
 *       their codes, {@code RequestClock.explain} gives the picture.
 *   <li>Learning: {@link org.yangguang.request.Learning} proposes drafts through {@link org.yangguang.request.ProactiveDrafts}.
 *   <li>Fees: the amount of {@code Step.AskFee} is what {@link org.yangguang.request.InformationFee} gives, and nothing within the free allowance.
 *   <li>Statistics: the views {@code request.fact_application}, {@code fact_result}, {@code fact_open} and {@code fact_fee}; one row and one result per case.
 *       {@link org.yangguang.request.ReplyKind} names the rows of the three forms, {@code request.reply_row} is the same as data.
 *   <li>Deadlines: {@code internal.DeadlineDesk} lists, {@code internal.Reminders} reminds, {@code internal.CalendarRedating} computes open clocks anew when a
 *       year's holidays become known.
 *   <li>Keeping: {@code internal.CaseArchive} makes the one file of a closed case of what {@link org.yangguang.request.CasePapers} offer;
 *       {@code internal.Erasing} erases what names people when its time is over.
 *   <li>Files of a reply: {@code internal.ReplyCopies} makes what the applicant gets of them.
 *   <li>Other modules listen to {@link org.yangguang.request.CaseReceived}, {@link org.yangguang.request.CaseMoved},
 *       {@link org.yangguang.request.CaseClosed} and {@link org.yangguang.request.CasesRedated}.
 *   <li>Erasing: {@code request.applicant}, {@code request.event_text}, {@code request.letter.sealed} and {@code request.rating.words} hold what names people; they are
 *       emptied while the events stay.
 * </ul>
 */
@ApplicationModule(displayName = "Disclosure on request")
@NullMarked
package org.yangguang.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
