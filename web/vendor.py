"""Brings the font, the icons, htmx and axe from npm at fixed versions, each with its licence and its SHA-384.

Run by hand when a version changes (`python -m web.vendor`, needs npm); what it brings is committed.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
MANIFEST = Path(__file__).parent / "static" / "manifest.json"

ICONS = (
    "arrow-right", "ban", "calculator", "calendar", "chevron-left", "chevron-right", "circle",
    "circle-check", "circle-dashed", "circle-x", "download", "file-text",
    "flag", "gavel", "hourglass", "house", "inbox", "info", "languages", "list-checks",
    "lock", "log-in", "log-out", "mail", "menu", "milestone", "octagon-alert", "pencil", "plus",
    "printer", "scale", "scroll-text", "triangle-alert", "user", "users", "vote",
)  # fmt: skip

PACKAGES = {  # package@version: {file in the package: file here}
    "htmx.org@4.0.1": {
        "dist/htmx.min.js": "web/static/htmx/htmx.min.js",
        "LICENSE": "web/static/htmx/LICENSE",
    },
    "@fontsource-variable/source-sans-3@5.3.0": {
        "files/source-sans-3-latin-wght-normal.woff2": "web/static/fonts/source-sans-3-latin.woff2",
        "files/source-sans-3-latin-ext-wght-normal.woff2": "web/static/fonts/source-sans-3-latin-ext.woff2",
        "LICENSE": "web/static/fonts/LICENSE",
    },
    "lucide-static@1.62.0": {
        **{f"icons/{name}.svg": f"web/static/icons/{name}.svg" for name in ICONS},
        "LICENSE": "web/static/icons/LICENSE",
    },
    "axe-core@4.14.1": {
        "axe.min.js": "tests/browser/axe.min.js",
        "LICENSE": "tests/browser/axe.LICENSE",
    },
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bring(Path(folder))
    MANIFEST.write_text(json.dumps(manifest(), indent=1, sort_keys=True) + "\n")


def bring(folder: Path) -> None:
    quiet = ["--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(["npm", "install", *quiet, "--prefix", folder, *PACKAGES], check=True)
    for package, files in PACKAGES.items():
        home = folder / "node_modules" / package.rpartition("@")[0]
        for source, here in files.items():
            (ROOT / here).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(home / source, ROOT / here)


def manifest() -> dict[str, dict[str, str]]:
    """What each file here is: {file: {"package": …, "sha384": base64 as in an integrity attribute}}."""
    return {
        here: {"package": package, "sha384": sha384(ROOT / here)}
        for package, files in PACKAGES.items()
        for here in files.values()
    }


def sha384(file: Path) -> str:
    return base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()


if __name__ == "__main__":
    main()
