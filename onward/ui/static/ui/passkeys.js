// A form that asks the browser for a passkey before it is sent: [data-passkey] is "create" or "get", and what is to be
// asked stands in data-options. Where passkeys cannot work, the page says so by itself.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function asked(options) {
  const said = { ...options.publicKey, challenge: toBytes(options.publicKey.challenge) };
  if (said.user) said.user = { ...said.user, id: toBytes(said.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (said[list]) said[list] = said[list].map((one) => ({ ...one, id: toBytes(one.id) }));
  }
  return said;
}

function answered(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  const clientExtensionResults = credential.getClientExtensionResults();
  return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, response, clientExtensionResults };
}

const named = !/^[\d.]+$|:/.test(location.hostname); // no browser gives a passkey to a number
for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!window.isSecureContext || !window.PublicKeyCredential || !named) continue;
  part.hidden = false;
  for (const one of document.querySelectorAll("[data-passkey-missing]")) one.hidden = true;
  const form = part.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const publicKey = asked(JSON.parse(part.dataset.options));
      const credential = await navigator.credentials[part.dataset.passkey]({ publicKey });
      form.elements.credential.value = JSON.stringify(answered(credential));
      form.submit();
    } catch {
      part.querySelector("[data-passkey-failed]").hidden = false;
    }
  });
}
