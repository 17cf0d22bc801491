// What moves in a meeting arrives as one word; each part of the page that waits for it is fetched again by htmx.
const follows = document.querySelector("[data-live]");
if (follows) {
  const late = document.getElementById("live-late");
  const source = new EventSource(follows.dataset.live);
  // Everybody hears at once: they do not all ask in the same instant.
  const spread = Number(follows.dataset.spread ?? 1500);
  const fetched = (word) => () => setTimeout(() => htmx.trigger(document.body, word), Math.random() * spread);
  source.addEventListener("course", fetched("course"));
  source.addEventListener("counts", fetched("counts"));
  source.addEventListener("end", () => source.close());
  source.onopen = () => { if (late) late.hidden = true; };
  source.onerror = () => { if (late) late.hidden = source.readyState !== EventSource.CLOSED; };
}
