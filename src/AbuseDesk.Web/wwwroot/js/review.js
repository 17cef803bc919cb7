// Keys of a review. "a" goes to the button and leaves the press to a second key: an approval is no slip of a finger.
const comment = document.getElementById("say");
const button = act => document.querySelector(`[data-act=${act}]`);

document.addEventListener("keydown", event => {
  if (event.target === comment && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    button("Return")?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const target = event.key === "a" ? button("Approve") : event.key === "r" ? comment : null;
  if (!target) return;
  event.preventDefault();
  target.focus();
});

// a second press must not act twice
document.getElementById("acts")?.addEventListener("submit", event => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});
addEventListener("pageshow", () => { delete document.getElementById("acts")?.dataset.sent; });
