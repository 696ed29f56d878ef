// A code that came in the address (after #, so no server saw it) moves into the field, and out of the address bar
// and the history at once.
function take() {
  const scanned = location.hash.slice(1);
  if (!/^[0-9A-Za-z-]{20,40}$/.test(scanned)) return;
  history.replaceState(null, "", location.pathname);
  document.querySelector("input[name=code]").value = scanned;
  document.querySelector("input[name=pin]").focus();
}
take();
addEventListener("hashchange", take);
