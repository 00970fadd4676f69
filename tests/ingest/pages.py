"""Small pages for the tests of single mechanisms: set in columns, read, and told as what was made of them."""

from __future__ import annotations

from lctui.ingest.blocks import find_blocks
from lctui.ingest.page import read_page
from lctui.ingest.roles import measure, read_lines
from lctui.model import Issue

_HANGS = frozenset("，。、；：！？”’）》…")
"""What may not begin a line, and hangs behind its end instead."""
_OPENS = frozenset("“‘（《")
"""What may not end one."""


FERRY = [
    "河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。",
    "撑船的老人说，孩子们上学再也不用绕远路，赶集的人也多了起来，码头边的小店重新开了张。",
]
LIFT = [
    "老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。",
    "物业公司说，电梯的电费由各户分担，楼层越高分得越多，大家都觉得公平。",
]
"""What two articles say."""
SIGNED_FERRY = ["本报讯（记者周宁）" + FERRY[0], FERRY[1]]
SIGNED_LIFT = ["本报讯（记者陈晓）" + LIFT[0], LIFT[1]]
"""The same, opened by their writers."""


def column(*paragraphs: str, width: int = 15, indent: str = "　　") -> str:
    """Paragraphs set in lines of `width` characters, their first lines indented; without a blank line."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = indent
        for char in paragraph:
            if len(line) >= width - (char in _OPENS) and char not in _HANGS:
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return "\n".join(lines) + "\n"


def page(*parts: str) -> str:
    """Parts with a blank line between them."""
    return "\n".join(part if part.endswith("\n") else part + "\n" for part in parts)


def spread(*parts: str) -> str:
    """Parts with a blank line after each of their lines."""
    return page(*(line for part in parts for line in part.rstrip("\n").split("\n")))


def kinds(text: str) -> str:
    """The blocks of a page: h for a headline, p for a body, b for a byline, and how many lines each has."""
    lines = read_lines(tuple(text.split("\n")), frozenset())
    return " ".join(
        f"{block.kind.value[0]}{len(block.lines)}" for block in find_blocks(lines, measure(lines))
    )


def read(text: str) -> Issue:
    return read_page(text.encode(), source="page.txt", id="page")


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    """What is made of a page: for each article its kind, its headline as printed, None where it prints none,
    and its paragraphs; a subhead is marked by a #."""
    return [
        (
            article.kind,
            " ".join(text.split("\n")[number - 1].strip() for number in article.headline_lines) or None,
            [("# " if part.kind == "subhead" else "") + part.text for part in article.paragraphs],
        )
        for article in read(text).articles
    ]
