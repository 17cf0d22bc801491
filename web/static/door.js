// The door of a meeting: what is pressed without network is kept on this device, each press with its own gesture, and
// sent once when the network is back. Sent again, the same gesture changes nothing. Without this script the lines are
// plain forms.
const door = document.getElementById("door");
const sheet = document.querySelector(".door-sheet");
const place = `presence ${location.pathname} ${door.dataset.keeper}`;
const ahead = Date.parse(door.dataset.now) - Date.now(); // a device whose clock is wrong tells true hours
const RETRY = 8000;

const words = (name) => door.querySelector(`template[data-words=${name}]`).innerHTML;
const kept = () => JSON.parse(localStorage.getItem(place) ?? '{"waiting": [], "conflicts": []}');
const keep = (presses) => localStorage.setItem(place, JSON.stringify(presses));
const line = (member) => document.getElementById(`line-${member}`);
const plain = (text) =>
  text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function gesture() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function press(form, remote) {
  const row = form.closest("li");
  const presses = kept();
  presses.waiting.push({
    member: row.id.slice("line-".length),
    name: row.dataset.name,
    path: new URL(form.action).pathname,
    code: row.dataset.code,
    does: form.dataset.tick ?? "come",
    asks: {
      gesture: gesture(),
      seen: row.dataset.seen,
      at: new Date(Date.now() + ahead).toISOString(),
      ...(remote ? { remote: "true" } : {}),
    },
  });
  keep(presses);
  show();
  send();
}

// What waits is shown on its line as if it were done, and can be followed by its contrary.
function show(signin = false) {
  const { waiting, conflicts } = kept();
  for (const one of waiting) pretend(one);
  const told = door.querySelector(".door-waiting");
  told.textContent = waiting.length ? words(signin ? "signin" : "waiting").replace("#", waiting.length) : "";
  told.hidden = !waiting.length;
  const list = door.querySelector(".door-conflicts");
  list.replaceChildren(...conflicts.map(conflict));
  list.hidden = !conflicts.length;
}

function pretend(one) {
  const row = line(one.member);
  const form = row?.querySelector("form[data-tick]");
  if (!form) return;
  const next = one.does === "come" ? "leave" : "come";
  row.dataset.seen = Number(one.asks.seen) + 1;
  row.querySelectorAll("form:not([data-tick])").forEach((other) => other.remove());
  row.querySelector(".sheet-stands").innerHTML = door.querySelector(`template[data-line=${one.does}]`).innerHTML;
  form.action = one.path.replace(/\/depart$/, "") + (next === "leave" ? "/depart" : "");
  form.dataset.tick = next;
  form.querySelector("button").outerHTML = door.querySelector(`template[data-press=${next}]`).innerHTML;
}

function conflict(one, number) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  const read = document.createElement("button");
  name.textContent = one.name;
  read.textContent = words("seen");
  read.type = "button";
  read.className = "button-quiet";
  read.addEventListener("click", () => {
    const presses = kept();
    presses.conflicts.splice(number, 1);
    keep(presses);
    show();
  });
  item.append(name, ` ${one.said} `, read);
  return item;
}

let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  let one;
  while ((one = kept().waiting[0]) && (await sent(one)));
  sending = false;
  if (kept().waiting.length) setTimeout(send, RETRY);
}

// Whether it has been dealt with, recorded or refused; if not, it waits.
async function sent(one) {
  const answer = await ask(`${one.path}?q=${one.code}`, { method: "POST", body: new URLSearchParams(one.asks) });
  if (!answer || answer.status >= 500 || answer.status === 429) return false;
  if (answer.ok && new URL(answer.url).pathname !== location.pathname) {
    show(true); // the session has ended: what waits is sent once somebody has signed in again
    return false;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const presses = kept();
  presses.waiting = presses.waiting.filter((other) => other.asks.gesture !== one.asks.gesture);
  if (answer.ok) swap(page, one);
  else presses.conflicts.push({ name: one.name, said: page.querySelector(".notice-refusal")?.innerText.trim() ?? "" });
  keep(presses);
  if (!answer.ok) await refresh(one);
  show();
  return true;
}

async function refresh(one) {
  const answer = await ask(`${location.pathname}?q=${one.code}`);
  if (answer?.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"), one);
}

function swap(page, one) {
  const fresh = page.getElementById(`line-${one.member}`);
  const counts = page.getElementById("counts");
  if (counts) document.getElementById("counts").replaceWith(counts);
  if (!fresh) return;
  const focused = line(one.member)?.contains(document.activeElement);
  fresh.hidden = line(one.member)?.hidden ?? false;
  line(one.member)?.replaceWith(fresh);
  if (focused) fresh.querySelector("form[data-tick] button")?.focus();
}

async function ask(path, how) {
  try {
    return await fetch(path, how);
  } catch {
    return null; // no network
  }
}

sheet.addEventListener("submit", (event) => {
  event.preventDefault();
  press(event.target, event.submitter?.name === "remote");
});

// Finding on the device: a name by how its words begin, a paper by its code, which is pressed at once.
const field = document.getElementById("q");
const lines = () => [...sheet.children];
field.addEventListener("input", () => {
  const asked = plain(field.value).split(" ").filter(Boolean);
  const exact = lines().filter((row) => row.dataset.code === field.value.trim().toUpperCase());
  for (const row of lines()) {
    const named = row.dataset.called.split(" ");
    const answers = asked.every((start) => named.some((word) => word.startsWith(start)));
    row.hidden = exact.length ? row !== exact[0] : !answers;
  }
});
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [only, ...others] = lines().filter((row) => !row.hidden);
  const button = only?.querySelector("form[data-tick] button");
  if (!button || others.length) return;
  if (only.dataset.code === field.value.trim().toUpperCase() && button.form.dataset.tick === "come") {
    button.click();
    field.value = "";
    field.dispatchEvent(new Event("input"));
  } else button.focus();
});

addEventListener("online", send);
show();
send();
