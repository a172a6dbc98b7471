// Small helpers for the document and for dates.

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== false) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function time(moment, zone, language) {
  const style = { timeZone: zone, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", style).format(new Date(moment));
}

export function longTime(moment, zone, language) {
  const style = { timeZone: zone, weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", style).format(new Date(moment));
}
