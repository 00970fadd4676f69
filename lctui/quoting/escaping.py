"""Text made safe for each format: the characters come out as they went in, and none acts as markup."""

from __future__ import annotations

import re
import unicodedata

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# LaTeX's ten special characters (Lamport, LaTeX: A Document Preparation System, §2.1). The braces are
# written by name, because BibTeX counts braces even where they are escaped.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip


def one_line(text: str) -> str:
    """`text` on one line, fit for a field of a record: blanks and line ends become one blank each,
    control characters and direction overrides are dropped."""
    kept = []
    for ch in text:
        if ch.isspace():
            kept.append(" ")
        elif unicodedata.category(ch) not in ("Cc", "Cs") and ch not in _BIDI:
            kept.append(ch)
    return re.sub(r" +", " ", "".join(kept)).strip()


def bibtex_text(text: str) -> str:
    """`text` as the value of a BibTeX field that is set in braces."""
    return "".join(_LATEX.get(ch, ch) for ch in one_line(text))


def bibtex_title(text: str) -> str:
    """The same for a title: words with capitals are set in braces, or styles would write them small."""
    escaped = bibtex_text(text)
    return re.sub(r"(?<![\\A-Za-z])[A-Za-z0-9]*[A-Z][A-Za-z0-9]*", lambda word: "{" + word[0] + "}", escaped)


_MARKDOWN_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_MARKDOWN_START = re.compile(r"^(\s*)(?:([-+#=])|(\d{1,9})([.)])(?=\s|$))")


def markdown_text(line: str) -> str:
    """One line of text as Markdown (CommonMark 0.31 §2.4: a backslash before ASCII punctuation)."""
    escaped = _MARKDOWN_ANYWHERE.sub(lambda mark: "\\" + mark[0], line.strip())

    def at_start(match: re.Match[str]) -> str:
        return f"\\{match[2]}" if match[2] else f"{match[3]}\\{match[4]}"

    return _MARKDOWN_START.sub(at_start, escaped)


_ORG_START = re.compile(r"^(\*+\s|#\+|#\s|#$|\||:\S+:|[-+]\s|\d+[.)]\s|%%\()")
_ORG_MARKUP = re.compile(
    r"(?:(?<=^)|(?<=[\s\-({'\"]))(?=[*/_=~+]\S)|(?=\[\[)|(?=\[fn:)|(?=\\\w)|(?=<<)|(?=\{\{\{)"
)
_ZERO_WIDTH_SPACE = "\u200b"


def org_text(line: str) -> str:
    """One line of text as Org: a zero width space before what Org would read as markup
    (The Org Manual, §12.11 “Escape Character”)."""
    escaped = _ORG_MARKUP.sub(_ZERO_WIDTH_SPACE, line.strip())
    if _ORG_START.match(escaped):
        escaped = _ZERO_WIDTH_SPACE + escaped
    return escaped
