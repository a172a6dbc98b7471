// The tenant's control API (docs/sandbox.md). Everything that goes wrong becomes an Error with a sentence.

/** Nobody answers at the page's own address. */
export class Stopped extends Error {}

async function asked(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    throw error instanceof TypeError ? new Stopped() : error;
  }
}

/** What to tell the reader of something that went wrong. */
export function reason(error, words) {
  return error instanceof Stopped ? words.stopped : words.wrong + error.message;
}

async function answerOf(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || `HTTP ${response.status}`);
  return body;
}

export async function get(path, query = {}, signal = undefined) {
  const wanted = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "" && value !== undefined));
  return answerOf(await asked(`${path}?${wanted}`, { signal }));
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(await asked(path, { method: "POST", headers, body: JSON.stringify(body) }));
}
