// A person's calendar: everything that stands in it, with the tandem's sessions in front.

import { written } from "./elements.js";

const CLOCK = { hour: "2-digit", minute: "2-digit", hour12: false };
const LOCALES = { de: "de", en: "en-gb" };
let calendar = null;
let shown = "";
let jumpedTo = "";
let today = "";

/** Draws the calendar once; later calls only bring its entries up to date. */
export function drawCalendar(place, screen, view) {
  const events = screen.calendar.map((event) => ({
    id: event.id, title: event.title, allDay: Boolean(event.days), classNames: kinds(event), ...span(event, screen.zone),
    extendedProps: { names: event.attendees.join(", "), rank: event.tandem ? 0 : 1 },
  }));
  const present = wall(screen.now, screen.zone);
  const looks = JSON.stringify([view.person, view.language, present.slice(0, 10), events]);
  if (looks === shown) return;
  shown = looks;
  if (!calendar || today !== present.slice(0, 10)) calendar = made(place, present);
  // In one go: otherwise the library draws everything anew after each of these.
  calendar.batchRendering(() => {
    calendar.setOption("locale", LOCALES[view.language]);
    calendar.setOption("buttonText", { dayGridMonth: view.words.month, timeGridWeek: view.words.week, listYear: view.words.agenda });
    calendar.removeAllEvents();
    events.forEach((event) => calendar.addEvent(event));
    jump(screen, view);
  });
}

/** From when to when: days, or moments by the person's clock. */
function span({ days, start, end }, zone) {
  const [from, until] = days ?? [wall(start, zone), wall(end, zone)];
  return { start: from, end: until };
}

/** The wall-clock time in the person's zone, without an offset: the calendar shows it as it stands. */
function wall(moment, zone) {
  return written(moment, zone, "sv-SE", { dateStyle: "short", timeStyle: "medium" }).replace(" ", "T");
}

function kinds(event) {
  return [event.tandem ? "tandem" : `is-${event.show_as}`, event.moved ? "moved" : ""].filter(Boolean);
}

function jump(screen, view) {
  const first = screen.calendar.find((event) => event.tandem && event.end >= screen.now);
  const goal = `${view.person} ${first ? first.start.slice(0, 7) : screen.now.slice(0, 10)}`;
  if (goal !== jumpedTo) calendar.gotoDate(first ? first.start : screen.now);
  jumpedTo = goal;
}

/** A calendar whose *today* is the tenant's; the library asks for it once, so another day needs another calendar. */
function made(place, present) {
  const initialView = calendar ? calendar.view.type : "dayGridMonth";
  calendar?.destroy();
  today = present.slice(0, 10);
  jumpedTo = "";
  const found = new window.FullCalendar.Calendar(place, {
    initialView, firstDay: 1, height: "auto", dayMaxEvents: 2, eventOrder: "rank,start", nowIndicator: true, timeZone: "local", now: () => present,
    headerToolbar: { left: "title", center: "", right: "prev,next dayGridMonth,timeGridWeek,listYear" },
    slotMinTime: "07:00:00", slotMaxTime: "20:00:00", allDayText: "", moreLinkText: (number) => `+${number}`,
    eventTimeFormat: CLOCK, slotLabelFormat: CLOCK,
    eventDidMount: ({ event, el, view }) => {
      if (event.extendedProps.names) el.title = event.extendedProps.names;
      if (view.type === "listYear" && !event.classNames.includes("tandem")) el.style.display = "none";
    },
  });
  found.render();
  return found;
}
