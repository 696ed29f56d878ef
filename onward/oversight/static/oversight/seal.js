// What is typed on a page that seals is sealed here, to oversight's key, before anything is sent; and answers are opened
// here. Nothing that is typed, no receipt and no answer ever leaves this page as it is. docs/feed.md says how.
import { Decrypter, Encrypter, bech32, forceWebCryptoOff, identityToRecipient, sha256 } from "../vendor/age.js";

forceWebCryptoOff(true); // a page that came over plain http has none; so that all pages do the same

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ITEM_TEXT = 8192, ANSWER_BYTES = 2048 + 200, TAG = 16, SALT = 8;
const bytes = (text) => new TextEncoder().encode(text);
const hashed = (about, receipt) => sha256(bytes(`${about} 1\0${receipt}`));
const hex = (content) => Array.from(content, (each) => each.toString(16).padStart(2, "0")).join("");
const plain = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }; // no session: nobody is named

function drawn() {
  return Array.from(crypto.getRandomValues(new Uint8Array(25)), (each) => SIGNS[each & 31]).join("");
}

// Each file has another sign in a tag's place: its salt, and a hash that only who has the tag can make.
function stands(sign, tag) {
  const salt = sign.slice(0, SALT);
  return hex(sha256(new Uint8Array([...bytes("onward sign 1\0"), ...tag, ...salt])).slice(0, SALT)) === hex(sign.slice(SALT));
}

function identity(receipt) {
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", hashed("onward answer", receipt)).toUpperCase();
}

function said(page) {
  const found = {};
  for (const one of page.querySelectorAll("[data-say]")) {
    if ((one.type === "radio" || one.type === "checkbox") && !one.checked) continue;
    if (one.value.trim()) found[one.dataset.say] = one.value.trim();
  }
  return found;
}

function show(page, name) {
  for (const one of page.querySelectorAll("[data-shown]")) one.hidden = one.dataset.shown !== name;
  page.querySelector(`[data-shown="${name}"]`)?.focus();
}

async function seal(page) {
  const words = said(page);
  for (const one of page.querySelectorAll("[data-required]")) {
    if (!words[one.dataset.required]) return show(page, "empty");
  }
  const receipt = drawn();
  const item = { kind: page.dataset.kind, ...words, tag: hex(hashed("onward receipt", receipt).slice(0, TAG)),
    reply: await identityToRecipient(identity(receipt)), language: document.documentElement.lang };
  const text = bytes(JSON.stringify(item));
  if (text.length > ITEM_TEXT) return show(page, "long");
  const padded = new Uint8Array(ITEM_TEXT).fill(32);
  padded.set(text);
  const envelope = new Encrypter();
  envelope.addRecipient(page.dataset.to);
  const body = await envelope.encrypt(padded);
  const headers = { "Content-Type": "application/octet-stream" };
  const answer = await fetch(page.dataset.url, { ...plain, method: "POST", headers, body });
  if (answer.status !== 204) return show(page, "failed");
  for (const one of page.querySelectorAll("[data-say]")) {
    if (one.type === "radio" || one.type === "checkbox") one.checked = false; else one.value = "";
  }
  page.querySelector("[data-typed]").hidden = true;
  const place = page.querySelector("[data-receipt]");
  if (place) place.textContent = receipt.match(/.{5}/g).join(" ");
  show(page, "done");
}

async function look(page) {
  const typed = page.querySelector("[data-typed-receipt]").value.toUpperCase();
  const receipt = typed.replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (receipt.length !== 25) return show(page, "mistyped");
  const answer = await fetch(page.dataset.url, plain);
  if (!answer.ok) return show(page, "failed");
  const all = new Uint8Array(await answer.arrayBuffer());
  const tag = hashed("onward receipt", receipt).slice(0, TAG);
  for (let at = 0; at < all.length; at += TAG + ANSWER_BYTES) {
    if (!stands(all.slice(at, at + TAG), tag)) continue;
    const opener = new Decrypter();
    opener.addIdentity(identity(receipt));
    const found = JSON.parse(await opener.decrypt(all.slice(at + TAG, at + TAG + ANSWER_BYTES), "text"));
    page.querySelector("[data-answer]").textContent = found.words || "";
    return show(page, found.words ? "answered" : "received");
  }
  return show(page, "nothing");
}

function begin(page, act) {
  const button = page.querySelector("[data-go]");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await act(page);
    } catch {
      show(page, "failed");
    } finally {
      button.disabled = false;
    }
  });
  page.hidden = false;
}

for (const page of document.querySelectorAll("[data-seal]")) begin(page, seal);
for (const page of document.querySelectorAll("[data-look]")) begin(page, look);
for (const one of document.querySelectorAll("[data-unscripted]")) one.hidden = true;
