// Draws a card with Microsoft's renderer, and nothing of its own but the people picker that Teams has. What came after schema 1.5 the
// renderer does not know: there it takes the card's own fallback by itself.

import { hostConfig } from "./hostconfig.js";
import { asPicker } from "./people.js";

const markdown = window.markdownit({ linkify: false });

function prepared(node, buttons) {
  if (Array.isArray(node)) return node.map((part) => prepared(part, buttons));
  if (node === null || typeof node !== "object") return node;
  if ("choices.data" in node) return asPicker(node);
  const copy = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, key === "data" ? part : prepared(part, buttons)]));
  if (node.type === "Action.Execute") {
    copy.id = `button-${buttons.length}`;
    buttons.push(node);
  }
  return copy;
}

function inputsOf(card) {
  return Object.fromEntries(card.getAllInputs().filter((input) => input.id).map((input) => [input.id, String(input.value ?? "")]));
}

/** Draws `json` into `place`; `onPress(button, inputs)` gets the button's own JSON, `onLink(url)` an address. */
export function drawCard(place, json, { dark, onPress, onLink }) {
  const buttons = [];
  const card = new window.AdaptiveCards.AdaptiveCard();
  card.hostConfig = new window.AdaptiveCards.HostConfig(hostConfig(dark));
  card.onExecuteAction = (action) => {
    if (action instanceof window.AdaptiveCards.OpenUrlAction) onLink(action.url);
    else if (action instanceof window.AdaptiveCards.ExecuteAction) onPress(buttons[Number(action.id.split("-")[1])], inputsOf(card));
  };
  card.onInlineCardExpanded = (action, isOpen) => {
    if (isOpen) requestAnimationFrame(() => action.card.renderedElement?.scrollIntoView({ block: "nearest" }));
  };
  card.parse(prepared(json, buttons));
  const drawn = card.render();
  place.replaceChildren(...(drawn ? [drawn] : []));
}

window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
