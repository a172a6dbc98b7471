// The five-minute tour: what to do next, on whose screen, each with a button that does it. A step ticks itself off as soon as the tenant
// shows that it is done; the next one stands open, and in sight.

import { element } from "./elements.js";

let drawnFor = "";

export function drawTour(place, view) {
  const looks = JSON.stringify([view.language, view.done, view.seats]);
  if (looks === drawnFor) return;
  drawnFor = looks;
  const next = view.words.steps.findIndex((_, number) => !view.done.includes(number));
  const steps = view.words.steps.map((step, number) => drawn(step, number, next, view));
  place.replaceChildren(...steps);
  // At the very beginning the page begins with its header.
  if (next > 0) steps[next].scrollIntoView({ block: "nearest" });
}

function drawn([seat, title, text, buttons], number, next, view) {
  const done = view.done.includes(number);
  const made = buttons.map(([label, what]) => button(label, what, seat, view));
  const whose = seat ? element("button", { class: "whose", type: "button" }, view.words[seat]) : null;
  whose?.addEventListener("click", () => view.see(view.seats[seat]));
  const tick = done ? element("span", { class: "tick" }, view.words.done) : null;
  const head = element("div", {}, element("strong", {}, title), tick, done ? null : whose);
  const kind = done ? "done" : number === next ? "next" : "";
  return element("li", { class: kind, "aria-current": number === next ? "step" : "" }, head, element("p", {}, text), element("div", { class: "do" }, ...made));
}

function button(label, what, seat, view) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", async () => {
    if (seat) await view.see(view.seats[seat]);
    await view.does(what);
  });
  return made;
}
