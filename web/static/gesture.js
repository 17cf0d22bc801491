// Going back fetches a form anew: it takes again the gesture that it had, so that what was sent is not sent twice.
const [visit] = performance.getEntriesByType("navigation");
const before = (visit.type === "back_forward" && history.state?.gestures) || {};
const gestures = {};
document.querySelectorAll("form.form").forEach((form, number) => {
  const field = form.elements.gesture;
  if (!field) return;
  const place = `${number} ${form.getAttribute("action")}`;
  gestures[place] = field.value = before[place] ?? field.value;
});
history.replaceState({ ...history.state, gestures }, "");
