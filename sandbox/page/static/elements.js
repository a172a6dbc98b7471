// Small helpers for the document and for dates.

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== false) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const formats = new Map();

/** A moment in words. Making a format takes far longer than using it, and a calendar has hundreds of moments. */
export function written(moment, zone, locale, style) {
  const key = JSON.stringify([zone, locale, style]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...style }));
  return formats.get(key).format(new Date(moment));
}

export function time(moment, zone, language) {
  const style = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return written(moment, zone, language === "de" ? "de-DE" : "en-GB", style);
}

export function longTime(moment, zone, language) {
  const style = { weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
  return written(moment, zone, language === "de" ? "de-DE" : "en-GB", style);
}
