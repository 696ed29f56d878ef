// "/" puts the cursor in the search box. Nothing depends on it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const find = document.querySelector("[data-find]");
  if (!find) return;
  event.preventDefault();
  find.focus();
  find.select();
});

// Print buttons show themselves only where they work; the browser's own menu prints just as well.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
