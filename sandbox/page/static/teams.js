// The person's teams with the channels they may see.

import { element } from "./elements.js";

export function drawTeams(place, screen, view) {
  const teams = screen.teams.map((team) => drawn(team, view.words));
  place.replaceChildren(...(teams.length ? teams : [element("p", { class: "empty" }, view.words.noTeams)]));
}

function drawn(team, words) {
  const members = element("details", {}, element("summary", {}, `${team.members.length} ${words.members}`), element("p", {}, team.members.join(", ")));
  const channels = element("ul", {}, ...team.channels.map((channel) => row(channel, words)));
  return element("article", {}, element("h3", {}, team.name), members, channels);
}

function row(channel, words) {
  const marks = [channel.private ? `🔒 ${words.private}` : "", channel.archived ? words.archived : ""].filter(Boolean).join(" · ");
  const who = channel.private ? element("p", {}, channel.members.join(", ")) : null;
  const about = channel.private && channel.description ? element("p", { class: "about" }, channel.description) : null;
  const title = element("strong", {}, channel.name);
  return element("li", { class: channel.private ? "private" : "" }, element("div", {}, title, element("small", {}, marks)), who, about);
}
