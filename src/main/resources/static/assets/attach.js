/* Attaches files to a draft in pieces: with progress, past broken connections, and from where an upload broke off before. */
(() => {
    "use strict";
    const form = document.getElementById("draft");
    const group = document.getElementById("attachments");
    const input = document.getElementById("files");
    if (!form || !group || !input) return;

    const csrf = form.querySelector("input[type=hidden]");
    const lines = document.getElementById("attaching");
    const button = document.getElementById("attach");
    const chunk = Math.min(Number(group.dataset.chunk), 2 * 1024 * 1024);
    const headers = (more) => ({ "X-CSRF-TOKEN": csrf.value, "X-Requested-With": "fetch", "Accept": "application/json", ...more });
    const pause = (millis) => new Promise((go) => window.setTimeout(go, millis));
    button.hidden = true;

    const line = (file) => {
        const item = document.createElement("li");
        const name = document.createElement("span");
        const bar = document.createElement("progress");
        const said = document.createElement("span");
        name.textContent = file.name;
        bar.max = file.size;
        bar.value = 0;
        bar.setAttribute("aria-label", file.name);
        said.className = "hint";
        said.textContent = group.dataset.uploading;
        item.append(name, " ", bar, " ", said);
        lines.append(item);
        return {
            at: (received) => { bar.value = received; said.textContent = received < file.size ? `${group.dataset.uploading} ${Math.floor(100 * received / file.size)}%` : group.dataset.checking; },
            waiting: () => { said.textContent = group.dataset.waiting; },
            done: () => { item.remove(); },
            refused: (reasons) => { bar.remove(); said.className = "warned"; said.textContent = reasons.join(" "); },
        };
    };

    const begin = (file) => fetch(`${group.dataset.address}/uploads`, {
        method: "POST", headers: headers(), body: new URLSearchParams({ name: file.name, size: file.size }),
    });

    const piece = (address, file, from) => fetch(address, {
        method: "PATCH",
        headers: headers({ "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(from) }),
        body: file.slice(from, from + chunk),
    });

    const send = async (file) => {
        const shown = line(file);
        let upload = null;
        let received = 0;
        for (let tries = 0; tries < 8;) {
            try {
                const answer = upload ? await piece(upload, file, received) : await begin(file);
                if (answer.status === 422) { shown.refused((await answer.json()).refused); return false; }
                if (answer.status === 404 && upload) { upload = null; tries += 1; continue; }
                if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
                const said = await answer.json();
                if (said.address) upload = said.address;
                if (said.attached) { shown.done(); return true; }
                if (answer.status === 409 && said.received === received) { tries += 1; await pause(1000); }
                else tries = 0;
                received = said.received;
                shown.at(received);
            } catch (broken) {
                tries += 1;
                shown.waiting();
                await pause(Math.min(1000 * 2 ** tries, 15000));
            }
        }
        shown.refused([group.dataset.failed]);
        return false;
    };

    const refresh = async () => {
        const answer = await fetch(window.location.pathname, { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("attachment-list");
        if (fresh) document.getElementById("attachment-list").replaceWith(fresh);
        document.dispatchEvent(new Event("attached"));
    };

    let queue = Promise.resolve();
    input.addEventListener("change", (event) => {
        event.stopPropagation();
        const chosen = Array.from(input.files);
        input.value = "";
        for (const file of chosen) {
            queue = queue.then(() => send(file)).then(refresh).catch(() => {});
        }
    });
})();
