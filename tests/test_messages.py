"""Every interface sentence has its English, and what is compiled is what is written."""

import ast
import re
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import lctui
from tools.messages import PO, collected

FIELD = re.compile(r"{\w*}")


def test_every_sentence_has_its_english() -> None:
    english = read_po(BytesIO(PO.read_bytes()), locale="en")
    missing = [
        str(m.id) for m in collected() if m.id and not (english.get(m.id) and english.get(m.id).string)
    ]
    assert missing == [], "run `make messages` and fill in what is new"


def test_no_sentence_is_overlooked() -> None:
    """Sentences inside of f-strings, or made of parts, are not collected."""
    known = {str(message.id) for message in collected()}
    for path in Path(lctui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                (sentence,) = node.args
                assert isinstance(sentence, ast.Constant), f"{path}:{node.lineno}"
                assert sentence.value in known, f"{path}:{node.lineno}"


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    said = {str(m.id) for m in collected()}
    assert {str(m.id) for m in read_po(BytesIO(PO.read_bytes()))} <= said, "run `make messages`"


def test_the_same_values_are_filled_in() -> None:
    for message in read_po(BytesIO(PO.read_bytes()), locale="en"):
        if message.id:
            assert set(FIELD.findall(str(message.id))) == set(FIELD.findall(str(message.string))), message.id


def test_what_is_compiled_is_what_is_written() -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(PO.read_bytes()), locale="en"))
    assert Path(PO).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make messages`"
