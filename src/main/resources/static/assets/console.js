/* Keys of the console: / search, j k move, Enter open, a approve (after asking). Asks before an act that counts. */
(() => {
    "use strict";

    const typing = (element) => element && (element.isContentEditable || /^(input|select|textarea)$/i.test(element.tagName));

    const rows = () => [...document.querySelectorAll("table[data-keys] tbody tr")];
    const links = () => {
        const inTable = rows().map((row) => row.querySelector("a"));
        return inTable.length ? inTable : [...document.querySelectorAll(".queue a")];
    };

    const mark = (link) => {
        rows().forEach((row) => row.toggleAttribute("data-here", row.contains(link)));
        link.focus();
    };

    const move = (step) => {
        const all = links();
        if (!all.length) return;
        const active = all.indexOf(document.activeElement);
        const current = active >= 0 ? active : all.findIndex((link) => link.hasAttribute("aria-current"));
        mark(all[Math.min(all.length - 1, Math.max(0, current + step))]);
    };

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
        if (event.key === "/") {
            const box = document.getElementById("console-search");
            if (box) { event.preventDefault(); box.focus(); }
        } else if (event.key === "j") {
            move(1);
        } else if (event.key === "k") {
            move(-1);
        } else if (event.key === "a") {
            const form = document.querySelector('form[data-act="APPROVE"]');
            if (form) { event.preventDefault(); form.requestSubmit(); }
        }
    });

    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (form.dataset.sent) { event.preventDefault(); return; }
        if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) { event.preventDefault(); return; }
        if (form.method === "post") {
            form.dataset.sent = "yes";
            window.setTimeout(() => delete form.dataset.sent, 8000);
        }
    });

    /* What goes with a choice is written into its field, unless somebody wrote something else there. */
    document.querySelectorAll("select[data-suggests]").forEach((select) => {
        const field = document.getElementById(select.dataset.suggests);
        const suggested = () => select.selectedOptions[0].dataset.suggested;
        let before = suggested();
        select.addEventListener("change", () => {
            if (!field.value.trim() || field.value === before) {
                field.value = suggested();
            }
            before = suggested();
        });
    });

    /* A table that shows everything it has is put in order by its headings. */
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    document.querySelectorAll("table[data-sortable]").forEach((table) => {
        const heads = [...table.tHead.rows[0].cells];
        heads.forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "plain sort";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
                const down = head.getAttribute("aria-sort") === "ascending";
                heads.forEach((each) => each.removeAttribute("aria-sort"));
                head.setAttribute("aria-sort", down ? "descending" : "ascending");
                const text = (row) => row.cells[column].textContent.trim();
                const body = table.tBodies[0];
                [...body.rows]
                    .sort((one, other) => (down ? compare(text(other), text(one)) : compare(text(one), text(other))))
                    .forEach((row) => body.append(row));
            });
        });
    });

    const told = document.querySelector(".refused[tabindex]");
    if (told) told.focus();
})();
