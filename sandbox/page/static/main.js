// Puts the page together: whose screen one sees, on which device, in which looks; looks again whenever something changes.

import { get, post, reason, Stopped } from "./api.js";
import { drawCalendar } from "./calendar.js";
import { drawMessages, forget } from "./chat.js";
import { element, longTime } from "./elements.js";
import { findsAmong } from "./people.js";
import { drawTeams } from "./teams.js";
import { drawTour } from "./tour.js";
import { WORDS } from "./words.js";

const at = (id) => document.getElementById(id);
const view = {
  person: "", device: "laptop", conversation: "", dark: false, phone: false, language: "de",
  seats: {}, people: new Map(), words: WORDS.de, done: [], tone: "du", touched: false, toast, look, see, does, addBot, onLink,
};
let screen = null;
let waiting = null;

async function look(open = false) {
  const asked = { person: view.person, device: view.device, conversation: view.conversation, open };
  const found = await get("/sandbox/screen", asked);
  if (asked.person === view.person && asked.device === view.device) show(found);
}

function show(found) {
  screen = found;
  view.conversation = found.conversation;
  at("now").textContent = longTime(found.now, "Europe/Berlin", view.language);
  drawTabs();
  drawMessages(at("messages"), found, view);
  drawCalendar(at("calendar"), found, view);
  drawTeams(at("teams"), found, view);
  const channel = here()?.kind === "channel";
  at("own-words").placeholder = channel ? view.words.placeholderChannel : view.words.placeholder;
  at("composer").hidden = !here();
  tick();
}

/** What of the tour is done; asked after whatever has changed. */
async function tick() {
  const { steps, others } = await get("/sandbox/demo/progress", {});
  view.done = steps;
  drawTour(at("tour"), view);
  return others;
}

const here = () => screen?.conversations.find((one) => one.id === screen.conversation);

function drawTabs() {
  const tabs = screen.conversations.map((one) => {
    const chosen = one.id === screen.conversation;
    const name = one.kind === "channel" ? `# ${one.name}` : view.words.chat;
    const tab = element("button", { role: "tab", "aria-selected": String(chosen), type: "button" }, name);
    tab.addEventListener("click", () => openConversation(one.id));
    return tab;
  });
  at("tabs").replaceChildren(...tabs);
}

async function openConversation(id) {
  view.conversation = id;
  at("messages").replaceChildren();
  await look(true);
}

async function see(person) {
  if (!person) return;
  view.person = person;
  view.conversation = "";
  screen = null;
  forget();
  at("messages").replaceChildren();
  drawPerson();
  waiting?.abort();
  await look(true);
}

function drawPerson() {
  const person = view.people.get(view.person);
  at("who").textContent = person.name;
  at("about").textContent = [person.title, person.city, view.words.deviceName[view.device]].filter(Boolean).join(" · ");
  at("face").hidden = !person.photo;
  if (person.photo) at("face").src = `/page/photo/${person.id}`;
  for (const seat of at("seats").querySelectorAll("button")) seat.setAttribute("aria-pressed", String(seat.dataset.person === person.id));
  at("pick-person").value = person.id;
  const chips = view.words.chips[[view.seats.owner, view.seats.second].includes(person.id) ? "owner" : "other"];
  at("chips").replaceChildren(...chips.map(chip));
}

function chip(text) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => say(text));
  return made;
}

/** The person adds the bot by themselves. */
async function addBot() {
  await attempt(async () => {
    await post("/sandbox/install", { person: view.person });
    await look();
  });
}

/** Whether it was sent. */
async function say(text) {
  return attempt(async () => {
    if (!screen) await look();
    const where = here();
    if (!where || !text.trim()) return;
    await post("/sandbox/say", { person: view.person, conversation: where.id, text, mention: where.kind === "channel" });
    await look();
  });
}

async function does(what) {
  if (what === "others") return letOthersAnswer();
  if (what === "session") return nextSession();
  if (what === "day") return nextDay();
  if (what === "me") return attempt(async () => toast((await post("/sandbox/demo/me", { person: view.person })).answered ? view.words.filled : view.words.nothingToFill));
  if (!screen) await look();
  const channel = screen.conversations.find((one) => one.kind === "channel");
  if (channel && channel.id !== screen.conversation) await openConversation(channel.id);
  return say(what.replace("{day}", launchDay()));
}

function launchDay() {
  const day = new Date(new Date(screen.now).getTime() + 14 * 86400e3);
  const [iso] = day.toISOString().split("T");
  return view.language === "de" ? iso.split("-").reverse().join(".") : iso;
}

async function letOthersAnswer() {
  toast(view.words.working, 60);
  let waits = true;
  const watching = (async () => {
    while (waits) {
      const { done, asked } = await tick();
      if (waits && asked) toast(view.words.answering(done, asked), 60);
      await new Promise((go) => { setTimeout(go, 400); });
    }
  })();
  await attempt(async () => {
    const { answered } = await post("/sandbox/demo/others");
    waits = false;
    toast(view.words.answered(answered));
  });
  waits = false;
  await watching;
}

/** The programmes speak *du* or *Sie* from now on; the bot is started again for that. */
async function switchTone() {
  toast(view.words.working, 60);
  await attempt(async () => {
    view.tone = (await post("/sandbox/demo/tone", { tone: view.tone === "du" ? "sie" : "du" })).tone;
    at("switch-tone").textContent = view.words.tones[view.tone];
    toast(view.words.spoken[view.tone]);
    await reload();
  });
}

async function nextDay() {
  await attempt(async () => {
    await post("/sandbox/demo/day");
    await look();
  });
}

async function nextSession() {
  toast(view.words.working, 60);
  await attempt(async () => {
    const { session } = await post("/sandbox/demo/session", { person: view.person });
    toast(session ? "" : view.words.noSession, session ? 0 : undefined);
    await look();
  });
}

/** Whether it went; if it did not, the reader is told why. */
async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    toast(reason(error, view.words));
    return false;
  }
}

let hiding = 0;
function toast(text, seconds = 6) {
  clearTimeout(hiding);
  at("toast").textContent = text;
  at("toast").hidden = false;
  hiding = setTimeout(() => { at("toast").hidden = true; }, seconds * 1000);
}

function onLink(url) {
  if (/^(mailto:|https?:)/.test(url)) at("teams").scrollIntoView({ behavior: "smooth", block: "center" });
  at("teams").classList.add("flash");
  setTimeout(() => at("teams").classList.remove("flash"), 1500);
}

/** The page's language is that of the three people's Teams, too. */
async function speak(language) {
  await post("/sandbox/demo/language", { language });
  view.language = language;
  view.words = WORDS[language];
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll("[data-word]")) part.textContent = view.words[part.dataset.word];
  at("switch-tone").textContent = view.words.tones[view.tone];
  drawSeats();
  drawTour(at("tour"), view);
}

function drawSeats() {
  const seats = Object.entries(view.seats).map(([role, id]) => {
    const person = view.people.get(id);
    const face = element("img", { class: "face", src: person.photo ? `/page/photo/${id}` : "/page/mark.svg", alt: "" });
    const made = element("button", { type: "button", "data-person": id, "data-seat": role }, face, element("span", {}, element("small", {}, view.words[role]), person.name));
    made.addEventListener("click", () => see(id));
    return element("li", {}, made);
  });
  at("seats").replaceChildren(...seats);
  at("pick-person").replaceChildren(...[...view.people.values()].map((one) => element("option", { value: one.id }, one.name)));
  if (view.person) drawPerson();
}

function flip(id, change) {
  at(id).addEventListener("click", async () => {
    const on = at(id).getAttribute("aria-pressed") !== "true";
    at(id).setAttribute("aria-pressed", String(on));
    await change(on);
  });
}

async function redraw() {
  forget();
  at("messages").replaceChildren();
  await look(true);
}

async function reload() {
  await attempt(() => post("/sandbox/reload", { person: view.person, device: view.device }));
  await redraw();
}

function wire() {
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { view.touched = true; }, { once: true });
  at("others").addEventListener("click", letOthersAnswer);
  at("day").addEventListener("click", nextDay);
  at("next-session").addEventListener("click", nextSession);
  at("reload").addEventListener("click", reload);
  at("switch-tone").addEventListener("click", switchTone);
  at("switch-language").addEventListener("click", async () => { await speak(view.language === "de" ? "en" : "de"); await redraw(); });
  at("pick-person").addEventListener("change", () => see(at("pick-person").value));
  at("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  at("own-words").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); send(); } });
  flip("dark", async (on) => { view.dark = on; document.documentElement.dataset.theme = on ? "dark" : "light"; await redraw(); });
  flip("phone", (on) => { document.body.classList.toggle("narrow", on); });
  flip("device", async (on) => { view.device = on ? "phone" : "laptop"; drawPerson(); await redraw(); });
}

/** What is not sent stays to be sent again. */
async function send() {
  const { value } = at("own-words");
  at("own-words").value = "";
  if (!(await say(value)) && !at("own-words").value) at("own-words").value = value;
}

/** Ask for the screen as soon as something changes in the tenant, for ever. */
async function follow() {
  for (;;) {
    waiting = new AbortController();
    try {
      const asked = { person: view.person, device: view.device };
      const query = { ...asked, conversation: view.conversation, since: screen?.beats ?? "" };
      const found = await get("/sandbox/screen", query, waiting.signal);
      const still = asked.person === view.person && asked.device === view.device && query.conversation === view.conversation;
      if (still) show(found);
    } catch (error) {
      if (error instanceof Stopped) toast(view.words.stopped);
      if (error.name !== "AbortError") await new Promise((done) => { setTimeout(done, 1000); });
    }
    await new Promise((done) => { setTimeout(done, 250); });
  }
}

async function begin() {
  const about = await get("/sandbox/demo");
  view.seats = about.seats;
  view.tone = about.tone;
  view.people = new Map(about.people.map((person) => [person.id, person]));
  findsAmong(about.people);
  wire();
  await speak(navigator.language.startsWith("de") ? "de" : "en");
  await see(view.seats.owner);
  follow();
}

begin();
