/* Areas of a page: drawn with a pointer or placed with the keyboard; each is a row of figures that the form sends. */
(() => {
    "use strict";

    const sheet = document.getElementById("sheet");
    const list = document.querySelector("#marks .areas");
    const toggle = document.getElementById("drawing");
    if (!sheet || !list) return;

    const blank = list.querySelector("li").cloneNode(true);
    const names = ["x", "y", "width", "height"];
    let drawing = null;
    let active = null;

    const figures = (row) => names.map((name) => parseFloat(row.querySelector(`[name=${name}]`).value));
    const write = (row, values) => names.forEach((name, i) => {
        row.querySelector(`[name=${name}]`).value = values[i].toFixed(2);
    });
    const within = ([x, y, width, height]) => {
        const w = Math.min(100, Math.max(0.5, width));
        const h = Math.min(100, Math.max(0.5, height));
        return [Math.min(100 - w, Math.max(0, x)), Math.min(100 - h, Math.max(0, y)), w, h];
    };

    const show = () => {
        sheet.querySelectorAll(".area").forEach((area) => area.remove());
        list.querySelectorAll("li").forEach((row) => {
            const values = figures(row);
            if (values.some(Number.isNaN)) return;
            const area = document.createElement("span");
            area.className = row === active ? "area active" : "area";
            ["left", "top", "width", "height"].forEach((side, i) => { area.style[side] = `${values[i]}%`; });
            sheet.append(area);
        });
    };

    const rowFor = (values) => {
        const empty = [...list.querySelectorAll("li")].find((row) => figures(row).every(Number.isNaN));
        const row = empty || list.appendChild(blank.cloneNode(true));
        row.querySelector(".drop").hidden = false;
        write(row, within(values));
        active = row;
        show();
        return row;
    };

    const at = (event) => {
        const box = sheet.getBoundingClientRect();
        return [(event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100];
    };

    toggle.hidden = false;
    toggle.addEventListener("click", () => {
        const on = toggle.getAttribute("aria-pressed") !== "true";
        toggle.setAttribute("aria-pressed", String(on));
        sheet.classList.toggle("drawing", on);
    });

    sheet.addEventListener("pointerdown", (event) => {
        const byTouch = event.pointerType === "touch";
        if (event.button !== 0 || (byTouch && toggle.getAttribute("aria-pressed") !== "true")) return;
        event.preventDefault();
        sheet.focus();
        sheet.setPointerCapture(event.pointerId);
        const from = at(event);
        drawing = { from, row: rowFor([from[0], from[1], 0.5, 0.5]) };
    });
    sheet.addEventListener("pointermove", (event) => {
        if (!drawing) return;
        const [x, y] = at(event);
        const [left, top] = drawing.from;
        const corner = [Math.max(0, Math.min(left, x)), Math.max(0, Math.min(top, y))];
        const far = [Math.min(100, Math.max(left, x)), Math.min(100, Math.max(top, y))];
        write(drawing.row, within([corner[0], corner[1], far[0] - corner[0], far[1] - corner[1]]));
        show();
    });
    ["pointerup", "pointercancel"].forEach((name) => sheet.addEventListener(name, () => { drawing = null; }));

    sheet.addEventListener("keydown", (event) => {
        const step = event.altKey ? 0.2 : 1;
        const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
        if (event.key === "Enter") {
            rowFor([40, 40, 20, 4]);
        } else if (event.key === "Delete" && active) {
            clear(active);
        } else if (moves[event.key] && active) {
            const [x, y, width, height] = figures(active);
            const [dx, dy] = moves[event.key];
            write(active, within(event.shiftKey ? [x, y, width + dx, height + dy] : [x + dx, y + dy, width, height]));
            show();
        } else {
            return;
        }
        event.preventDefault();
    });

    const clear = (row) => {
        if (list.children.length > 1) row.remove();
        else row.querySelectorAll(names.map((name) => `[name=${name}]`).join()).forEach((field) => { field.value = ""; });
        active = null;
        show();
    };
    list.addEventListener("click", (event) => {
        if (event.target.classList.contains("drop")) clear(event.target.closest("li"));
    });
    list.addEventListener("input", show);
    list.addEventListener("focusin", (event) => { active = event.target.closest("li"); show(); });
})();
