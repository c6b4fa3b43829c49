// Solves the proof of work of a form while it is being filled in; without it, or when it fails, the form asks a plain question.
"use strict";
document.querySelectorAll("[data-guard]").forEach((guard) => {
    const form = guard.closest("form");
    const question = guard.querySelector("[data-guard-question]");
    const told = guard.querySelector("[data-guard-told]");
    const proof = guard.querySelector("[name=guard-proof]");
    let waiting = null;

    const ask = () => {
        question.hidden = false;
        told.hidden = true;
    };
    const solved = (number) => {
        const {algorithm, challenge, salt, signature} = guard.dataset;
        proof.value = btoa(JSON.stringify({algorithm, challenge, number, salt, signature}));
        told.textContent = guard.dataset.done;
        if (waiting) {
            form.requestSubmit(waiting.submitter);
        }
    };

    let worker;
    try {
        worker = new Worker("/assets/guard-worker.js");
    } catch {
        return;
    }
    question.hidden = true;
    told.hidden = false;
    told.textContent = guard.dataset.working;
    worker.onmessage = ({data}) => (data < 0 ? ask() : solved(data));
    worker.onerror = ask;
    worker.postMessage({challenge: guard.dataset.challenge, salt: guard.dataset.salt, most: Number(guard.dataset.most)});

    form.addEventListener("submit", (event) => {
        if (!proof.value && question.hidden) {
            event.preventDefault();
            waiting = {submitter: event.submitter};
            told.textContent = guard.dataset.wait;
        }
    });
});
