// The three-minute tour: what to do next, on whose screen, each with a button that does it.

import { element } from "./elements.js";

const visited = new Set();

export function drawTour(place, view) {
  const steps = view.words.steps.map((step, number) => drawn(step, number, view));
  place.replaceChildren(...steps);
}

function drawn([seat, title, text, buttons], number, view) {
  const made = buttons.map(([label, what]) => button(label, what, seat, number, view));
  const whose = seat ? element("button", { class: "whose", type: "button" }, view.words[seat]) : null;
  whose?.addEventListener("click", () => view.see(view.seats[seat]));
  const head = element("div", {}, element("strong", {}, title), whose);
  return element("li", { class: visited.has(number) ? "visited" : "" }, head, element("p", {}, text), element("div", { class: "do" }, ...made));
}

function button(label, what, seat, number, view) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", async () => {
    visited.add(number);
    if (seat) await view.see(view.seats[seat]);
    await view.does(what);
  });
  return made;
}
