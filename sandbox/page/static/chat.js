// The conversation in the middle: messages with cards, what is typed, and what a press leads to.

import { post, reason } from "./api.js";
import { drawCard } from "./cards.js";
import { element, time } from "./elements.js";

const drawn = new Map();

/**
 * Draws the messages; a card is drawn anew only if it is another one, so that nothing half typed is lost. What is
 * there from the beginning, or comes before anybody has touched the page, scrolls the conversation alone: on a phone
 * the page begins with its header.
 */
export function drawMessages(place, screen, view) {
  const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 120;
  const rows = screen.messages.map((message) => row(message, screen, view));
  const before = place.childElementCount;
  reconcile(place, rows.length ? rows : [nothingYet(screen, view)]);
  if (before === 0 || !view.touched) scrollWithin(place, place.lastElementChild);
  else if (atEnd || rows.length > before) bringIntoView(place.lastElementChild);
}

/** Who has no chat with the bot adds it by themselves, as in Teams. */
function nothingYet(screen, view) {
  const said = element("div", { class: "empty" }, element("p", {}, view.words.nothing));
  if (screen.conversations.length) return said;
  const add = element("button", { type: "button" }, view.words.add);
  add.addEventListener("click", () => view.addBot());
  said.append(element("p", {}, view.words.addHint), add);
  return said;
}

function scrollWithin(place, message) {
  const tall = message.offsetHeight > place.clientHeight;
  place.scrollTop = tall ? message.offsetTop - place.offsetTop : place.scrollHeight;
}

/** A message that is taller than the window is read from its beginning. */
function bringIntoView(message) {
  if (!message?.isConnected) return;
  const tall = message.offsetHeight > message.parentElement.clientHeight;
  message.scrollIntoView({ block: tall ? "start" : "nearest" });
}

function reconcile(place, rows) {
  rows.forEach((each, index) => {
    if (place.children[index] !== each) place.insertBefore(each, place.children[index] || null);
  });
  while (place.childElementCount > rows.length) place.lastElementChild.remove();
}

/** Forget what was drawn: another person, another device, another theme. */
export function forget() {
  drawn.clear();
}

function row(message, screen, view) {
  const key = `${screen.conversation} ${message.id}`;
  const looks = JSON.stringify([message.card, message.text, message.consent, message.file]);
  const known = drawn.get(key);
  const node = known ? known.node : element("article", {});
  node.className = ["message", message.sender ? "own" : "bot", message.reply ? "reply" : "", node.classList.contains("busy") ? "busy" : ""].join(" ");
  node.dataset.message = message.id;
  const top = head(message, screen, view);
  if (known && known.looks === looks) node.firstElementChild.replaceWith(top);
  else node.replaceChildren(top, ...body(message, screen, view, node));
  drawn.set(key, { looks, node });
  return node;
}

function head(message, screen, view) {
  const marks = [message.edited ? view.words.edited : "", message.view ? view.words.view : "", ...message.reactions];
  const picture = message.sender ? `/page/photo/${message.sender}` : "/page/mark.svg";
  const face = !message.sender || message.photo ? element("img", { class: "tiny", src: picture, alt: "" }) : null;
  return element("header", {}, face, element("strong", {}, message.from), element("time", {}, time(message.at, screen.zone, view.language)), element("small", {}, marks.filter(Boolean).join(" · ")));
}

function body(message, screen, view, node) {
  if (message.consent) return [consent(message, screen, view, node)];
  if (message.file) return [file(message.file, view)];
  if (!message.card) return [element("p", { class: "text" }, plain(message.text))];
  const place = element("div", { class: "card" });
  drawCard(place, message.card, {
    dark: view.dark,
    onLink: view.onLink,
    onPress: (button, inputs) => press(button, inputs, message, screen, view, node),
  });
  return [place];
}

/** Teams' own card that asks whether a file may be put into the person's OneDrive. */
function consent(message, screen, view, node) {
  const { name, content } = message.consent;
  const answer = (title, accept) => {
    const made = element("button", { type: "button", class: accept ? "primary" : "" }, title);
    made.addEventListener("click", () => agree(accept, message, screen, view, node));
    return made;
  };
  return element(
    "div", { class: "card file" },
    element("p", {}, element("strong", {}, name), ` · ${Math.max(1, Math.round(content.sizeInBytes / 1024))} KB`),
    element("p", {}, content.description),
    element("p", { class: "buttons" }, answer(view.words.accept, true), answer(view.words.decline, false)),
  );
}

async function agree(accept, message, screen, view, node) {
  if (node.classList.contains("busy")) return;
  node.classList.add("busy");
  try {
    const told = await post("/sandbox/consent", { person: view.person, conversation: screen.conversation, message: message.id, accept });
    if (told.status < 200 || told.status >= 300) view.toast(view.words.away);
  } catch (error) {
    view.toast(reason(error, view.words));
  } finally {
    await shown(view, node);
  }
}

/** Show what has been answered; until then the message takes no other press, which would be meant for the card to come. */
async function shown(view, node) {
  try {
    await view.look();
  } finally {
    node.classList.remove("busy");
  }
}

/** A file as it lies in the person's OneDrive. */
function file(attachment, view) {
  const link = element("a", { href: attachment.contentUrl, download: attachment.name, target: "_blank", rel: "noopener" }, attachment.name);
  return element("div", { class: "card file" }, element("p", {}, "📄 ", link), element("p", {}, element("small", {}, view.words.inDrive)));
}

function plain(text) {
  const named = text.replace(/<at>(.*?)<\/at>/g, "@$1");
  return new DOMParser().parseFromString(named, "text/html").body.textContent.trim();
}

async function press(button, inputs, message, screen, view, node) {
  if (node.classList.contains("busy")) return;
  node.classList.add("busy");
  try {
    const told = await post("/sandbox/click", {
      person: view.person, device: view.device, conversation: screen.conversation, message: message.id,
      action: button.title || button.verb, data: button.data, inputs,
    });
    if (told.toast) view.toast(told.toast);
    else if (!told.acknowledged) view.toast(view.words.away);
  } catch (error) {
    view.toast(reason(error, view.words));
  } finally {
    await shown(view, node);
    bringIntoView(node);
  }
}
