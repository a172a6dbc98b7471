// The tenant's control API (docs/sandbox.md). Everything that goes wrong becomes an Error with a sentence.

async function answerOf(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || `HTTP ${response.status}`);
  return body;
}

export async function get(path, query = {}, signal = undefined) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "" && value !== undefined));
  return answerOf(await fetch(`${path}?${asked}`, { signal }));
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}
