// Cards, one after another, without leaving the page: from a scanner, which types a code and presses Enter, or from the
// camera. Each is sent as the form itself would send it, and the page that answers takes this one's place. Without this
// script the form works as any other.
const queue = [];
let busy = false;

const formNow = () => document.querySelector("form:has([data-code])");
const fieldNow = () => document.querySelector("[data-code]");
const camera = document.querySelector("[data-camera]");
const show = (name, on) => { for (const one of document.querySelectorAll(name)) one.hidden = !on; };

document.addEventListener("submit", (event) => {
  const field = event.target.querySelector("[data-code]");
  if (!field || field.dataset.code === "leaves") return;
  event.preventDefault();
  if (!field.value.trim()) return;
  take(field.value);
  field.value = ""; // the next card may be typed before this one is answered
});

async function take(code) {
  queue.push(code);
  if (busy) return;
  busy = true;
  while (queue.length) await send(queue.shift());
  busy = false;
}

async function send(code) {
  const said = new URLSearchParams(new FormData(formNow()));
  said.set(fieldNow().name, code);
  try {
    const answer = await fetch(formNow().action, { method: "POST", body: said });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("[data-code]")) return location.assign(answer.url); // signed out, locked, broken
    put(document.adoptNode(page.querySelector("main")));
  } catch {
    show("[data-unanswered]", true);
    tell(false);
  }
}

function put(fresh) {
  const half = fieldNow().value; // what a scanner is typing right now
  fresh.querySelector("[data-camera]")?.replaceWith(camera); // it goes on looking
  document.querySelector("main").replaceWith(fresh);
  camera?.querySelector("video").play().catch(() => {});
  show("[data-unanswered]", false);
  fieldNow().value = half;
  fieldNow().focus();
  tell(!fresh.querySelector("[data-verdict=no], .notice.late, .notice.warning, .field.wrong"));
}

// Felt, and heard where that is wanted: one short high sign for yes, a long low one for no.
let sounds;
function tell(yes) {
  navigator.vibrate?.(yes ? 60 : [200, 80, 200]);
  if (!camera?.querySelector("[data-sound]").checked) return;
  sounds ??= new AudioContext();
  const tone = sounds.createOscillator();
  tone.frequency.value = yes ? 880 : 220;
  tone.connect(sounds.destination);
  tone.start();
  tone.stop(sounds.currentTime + (yes ? 0.12 : 0.5));
}

const AGAIN = 3000; // a card that stays before the camera is one card
let stream;
async function look() {
  const { reader } = await import(camera.dataset.reader);
  const read = await reader(camera.dataset.wasm);
  const video = camera.querySelector("video");
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  let last = "";
  let seen = 0;
  while (stream) {
    await new Promise((next) => setTimeout(next, 100));
    if (!video.videoWidth) continue;
    canvas.canvas.width = video.videoWidth;
    canvas.canvas.height = video.videoHeight;
    canvas.drawImage(video, 0, 0);
    const text = await read(canvas.getImageData(0, 0, video.videoWidth, video.videoHeight));
    if (!text) continue;
    const same = text === last && Date.now() - seen < AGAIN;
    last = text;
    seen = Date.now();
    if (!same) found(text);
  }
}

function found(code) {
  if (fieldNow().dataset.code !== "leaves") return take(code);
  fieldNow().value = code;
  formNow().requestSubmit();
}

async function start() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    const video = camera.querySelector("video");
    video.srcObject = stream;
    await video.play();
    shown(true);
    await look();
  } catch {
    stop();
    camera.querySelector("[data-failed]").hidden = false;
  }
}

function stop() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  shown(false);
}

function shown(on) {
  camera.querySelector("video").hidden = camera.querySelector("[data-stop]").hidden = !on;
  camera.querySelector("[data-start]").hidden = on;
  camera.querySelector("[data-failed]").hidden = true;
  fieldNow().focus(); // where a scanner types
}

if (camera && navigator.mediaDevices?.getUserMedia) {
  show("[data-no-camera]", false);
  show("[data-camera]", true);
  camera.querySelector("[data-start]").addEventListener("click", start);
  camera.querySelector("[data-stop]").addEventListener("click", stop);
  document.addEventListener("visibilitychange", () => document.hidden && stream && stop());
}
