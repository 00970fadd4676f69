"""Collect the interface's Chinese sentences into the English catalogue, and compile it.

Sentences that are new get an empty translation and are listed; sentences that are gone are dropped.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "lctui/locale/en/LC_MESSAGES/lctui.po"


def collected() -> Catalog:
    """Every sentence that stands in a `tr(…)` of lctui/."""
    template = Catalog(project="lctui", charset="utf-8")
    found = extract_from_dir(
        str(ROOT / "lctui"), method_map=[("**.py", "python")], keywords={"tr": None}, comment_tags=()
    )
    for name, _line, message, _comments, _context in found:
        template.add(message, locations=[(f"lctui/{name}", 0)])
    return template


def main() -> int:
    """Update the catalogue; exit status 1 while sentences lack their English."""
    template = collected()
    PO.parent.mkdir(parents=True, exist_ok=True)
    old = read_po(PO.open("rb"), locale="en") if PO.exists() else Catalog(locale="en")
    english = Catalog(locale="en", project="lctui", charset="utf-8", fuzzy=False)
    # A fixed header: the file changes when a sentence does, not when the clock moves.
    english.creation_date = english.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    missing = []
    for message in sorted((m for m in template if m.id), key=lambda m: (m.locations[0][0], str(m.id))):
        known = old.get(message.id)
        text = known.string if known and known.string else ""
        english.add(message.id, text, locations=sorted(set(message.locations)))
        if not text:
            missing.append(str(message.id))
    with PO.open("wb") as file:
        write_po(file, english, width=100, include_lineno=False)
    with PO.with_suffix(".mo").open("wb") as file:
        write_mo(file, english)
    for sentence in missing:
        print("no English yet:", sentence)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
