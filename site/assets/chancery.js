// What a pointer and a keyboard add to pages that work without: keys, the passage under the pointer,
// neighbours in the network, zooming into pictures. Nothing here fetches anything.
"use strict";

// "/" leads to the search.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const find = document.getElementById("find");
    if (find) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  }
});

// A claim and its passage light up together.
const passages = [...document.querySelectorAll("mark[data-claims]")];
function light(claims, on) {
  for (const mark of passages) {
    if (mark.dataset.claims.split(" ").some((id) => id && claims.includes(id))) mark.classList.toggle("lit", on);
  }
  for (const id of claims) document.getElementById("t-" + id)?.classList.toggle("lit", on);
}
for (const mark of passages) {
  const claims = mark.dataset.claims.split(" ").filter(Boolean);
  mark.addEventListener("pointerenter", () => light(claims, true));
  mark.addEventListener("pointerleave", () => light(claims, false));
}
for (const told of document.querySelectorAll("[data-claim]")) {
  told.addEventListener("pointerenter", () => light([told.dataset.claim], true));
  told.addEventListener("pointerleave", () => light([told.dataset.claim], false));
}

// In the network, whoever is pointed at keeps his own lines and neighbours; the rest steps back.
for (const svg of document.querySelectorAll("svg.network")) {
  const shapes = [...svg.querySelectorAll("[data-key]")];
  const point = (key) => {
    const near = new Set([key]);
    for (const s of shapes) {
      const ends = s.dataset.key.split(" ");
      if (ends.length === 2 && ends.includes(key)) ends.forEach((e) => near.add(e));
    }
    for (const s of shapes) {
      const ends = s.dataset.key.split(" ");
      const stays = key === null || (ends.length === 2 ? ends.includes(key) : near.has(ends[0]));
      s.classList.toggle("dim", !stays);
    }
  };
  for (const s of shapes) {
    if (s.dataset.key.includes(" ")) continue;
    s.addEventListener("pointerenter", () => point(s.dataset.key));
    s.addEventListener("pointerleave", () => point(null));
  }
}

// The map and the network can be looked at closely: buttons, and the wheel with Ctrl held.
for (const svg of document.querySelectorAll("svg.world, svg.network")) {
  const whole = svg.viewBox.baseVal;
  const [width, height] = [whole.width, whole.height];
  let [x, y, scale] = [0, 0, 1];
  const show = () => {
    const [w, h] = [width / scale, height / scale];
    x = Math.min(Math.max(0, x), width - w);
    y = Math.min(Math.max(0, y), height - h);
    svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  };
  const zoom = (factor, atX = 0.5, atY = 0.5) => {
    const [w, h] = [width / scale, height / scale];
    scale = Math.min(12, Math.max(1, scale * factor));
    x += (w - width / scale) * atX;
    y += (h - height / scale) * atY;
    show();
  };
  const buttons = document.createElement("div");
  buttons.className = "zooms";
  for (const [name, label, factor] of [["+", "Zoom in", 1.6], ["−", "Zoom out", 1 / 1.6], ["Whole", "Show the whole picture", 0]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => zoom(factor || 1 / scale));
    buttons.append(button);
  }
  svg.parentElement.after(buttons);
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  let from = null;
  svg.addEventListener("pointerdown", (event) => {
    if (scale > 1) from = { px: event.clientX, py: event.clientY, x, y };
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = svg.getBoundingClientRect();
    x = from.x - ((event.clientX - from.px) / box.width) * (width / scale);
    y = from.y - ((event.clientY - from.py) / box.height) * (height / scale);
    show();
  });
  window.addEventListener("pointerup", (event) => {
    if (from && Math.hypot(event.clientX - from.px, event.clientY - from.py) > 4) {
      svg.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    }
    from = null;
  });
}
