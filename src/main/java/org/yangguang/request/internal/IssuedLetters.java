package org.yangguang.request.internal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.request.Case;
import org.yangguang.request.CasePapers;
import org.yangguang.request.Letter;

/** Letters that were issued in a case, its reply among them, set from what is kept of them. */
@Component
class IssuedLetters implements CasePapers {

    private final LetterTable letters;
    private final LetterPdf pdf;
    private final MessageSource texts;

    IssuedLetters(LetterTable letters, LetterPdf pdf, MessageSource texts) {
        this.letters = letters;
        this.pdf = pdf;
        this.texts = texts;
    }

    @Override
    public List<Paper> of(Case known) {
        return letters.of(known.id()).stream()
                .flatMap(issued ->
                        letters.letter(known.id(), issued.id()).stream().map(letter -> paper(issued, letter)))
                .toList();
    }

    private Paper paper(LetterTable.Issued issued, Letter letter) {
        String title = Optional.ofNullable(
                        texts.getMessage("request.letter." + issued.kind(), null, Locale.SIMPLIFIED_CHINESE))
                .orElseThrow();
        return new Paper(
                issued.issuedOn(),
                title + " " + issued.documentNumber(),
                issued.id() + ".pdf",
                "application/pdf",
                Binding.PAGES,
                () -> new ByteArrayInputStream(pdf.of(letter)));
    }
}
