// The people picker, as Teams has one and Microsoft's open renderer has not: a part of the simulated client, like its calendar.

import { element } from "./elements.js";

const { Input, GlobalRegistry } = window.AdaptiveCards;
const TYPE = "Input.People";
let directory = [];

/** Whom the picker finds: `{id, name}` of everybody in the tenant. */
export function findsAmong(people) {
  directory = people;
}

/** A picker's own JSON, as the type that is drawn here. */
export function asPicker(node) {
  return { ...node, type: TYPE };
}

class PeoplePicker extends Input {
  getJsonTypeName() {
    return TYPE;
  }

  internalParse(source, context) {
    super.internalParse(source, context);
    this.many = Boolean(source.isMultiSelect);
    this.hint = source.placeholder || "";
    const named = (source.choices || []).map(({ title, value }) => ({ id: value, name: title }));
    this.chosen = String(source.value || "").split(",").filter(Boolean).map((id) => this.known(id, named));
  }

  known(id, named) {
    return [...named, ...directory].find((one) => one.id === id) || { id, name: id };
  }

  internalRender() {
    this.field = element("input", { class: "ac-input ac-textInput", type: "text", placeholder: this.hint, list: `people-${this.id}`, autocomplete: "off" });
    this.field.addEventListener("input", () => this.pick());
    this.list = element("datalist", { id: `people-${this.id}` }, ...directory.map(({ name }) => element("option", { value: name })));
    this.picked = element("div", { class: "picked" });
    this.draw();
    return element("div", { class: "people" }, this.picked, this.field, this.list);
  }

  pick() {
    const found = directory.find(({ name }) => name.toLowerCase() === this.field.value.trim().toLowerCase());
    if (!found) return;
    const others = this.many ? this.chosen.filter(({ id }) => id !== found.id) : [];
    this.chosen = [...others, found];
    this.field.value = "";
    this.draw();
  }

  draw() {
    const chips = this.chosen.map((one) => {
      const chip = element("button", { type: "button", "aria-label": `${one.name} ✕` }, `${one.name} ✕`);
      chip.addEventListener("click", () => {
        this.chosen = this.chosen.filter(({ id }) => id !== one.id);
        this.draw();
      });
      return chip;
    });
    this.picked.replaceChildren(...chips);
  }

  isSet() {
    return this.chosen.length > 0;
  }

  get value() {
    return this.chosen.map(({ id }) => id).join(",");
  }
}

GlobalRegistry.elements.register(TYPE, PeoplePicker);
