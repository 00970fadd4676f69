"""Every command of the reader, from the bindings themselves, so that help and palette cannot go stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from lctui.i18n import tr
from lctui.ui.keys import Command, commands_of, is_key

SELECTING = "select."
"""How the ids of the keys begin that hold while text is being selected."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A command and the node that carries it out."""

    command: Command
    node: DOMNode


def binding_groups() -> list[tuple[str, tuple[type[DOMNode], ...]]]:
    """The classes that bind keys, grouped as a reader thinks of them."""
    from lctui.ui.app import LctuiApp
    from lctui.ui.screens.basket import BasketScreen
    from lctui.ui.screens.carrying import CarryingScreen
    from lctui.ui.screens.chooser import Chooser
    from lctui.ui.screens.keeping import KeepingScreen
    from lctui.ui.screens.panes import PanesScreen
    from lctui.ui.screens.prompt import Prompt
    from lctui.ui.screens.search import SearchScreen
    from lctui.ui.screens.text import TextScreen
    from lctui.ui.widgets.article_pane import ArticlePane
    from lctui.ui.widgets.issue_list import IssueList
    from lctui.ui.widgets.result_list import ResultList
    from lctui.ui.widgets.row_list import RowList
    from lctui.ui.widgets.search_bar import QueryInput

    return [
        (tr("阅读"), (ArticlePane,)),
        (tr("列表"), (RowList, IssueList, ResultList)),
        (tr("各栏与搜索"), (PanesScreen, SearchScreen)),
        (tr("摘录与留存"), (CarryingScreen, KeepingScreen)),
        (tr("搜索栏内"), (QueryInput,)),
        (tr("摘抄本内"), (BasketScreen,)),
        (tr("选择框内"), (Chooser,)),
        (tr("填写框内"), (Prompt,)),
        (tr("帮助与输出内"), (TextScreen,)),
        (tr("程序"), (LctuiApp,)),
    ]


def own_bindings(owner: type[DOMNode]) -> list[BindingType]:
    """The bindings that a class states itself, without those of its parents."""
    return list(owner.__dict__.get("BINDINGS", ()))


@cache
def binding_order() -> dict[str, int]:
    """Where each binding id stands among all, as help lists them."""
    commands = [command for _, commands in grouped_commands({}) for command in commands]
    return {command.id: number for number, command in enumerate(commands)}


def grouped_commands(keymap: Mapping[str, str]) -> list[tuple[str, list[Command]]]:
    """All commands by group, with their keys as `keymap` (binding id → keys) changes them."""
    groups = []
    for name, owners in binding_groups():
        commands = [c for owner in owners for c in commands_of(own_bindings(owner), keymap, name)]
        selecting = [command for command in commands if command.id.startswith(SELECTING)]
        groups.append((name, [command for command in commands if command not in selecting]))
        if selecting:
            groups.append((tr("选择文字"), selecting))
    return groups


def key_problems(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a key map, a sentence each: names and keys that there are not, keys used twice."""
    problems = []
    if unknown := sorted(set(keymap) - set(binding_order())):
        problems.append(tr("[keys] 没有这个操作：{names}；按 ? 看全部").format(names=" ".join(unknown)))
    impossible = [
        f'{name} = "{keys}"' for name, keys in keymap.items() if not all(map(is_key, keys.split(",")))
    ]
    if impossible:
        problems.append(tr("[keys] 没有这样的键：{names}").format(names="；".join(impossible)))
    if clashing := clashes(keymap):
        problems.append(tr("[keys] 一键两用：{names}").format(names="；".join(clashing)))
    return problems


def clashes(keymap: Mapping[str, str]) -> list[str]:
    """Keys that a key map gives to two commands that hold at the same time, as `x: list.down list.up`.

    Where a list has the focus, the reader's and the program's own keys hold too. What stands twice without
    the key map is meant so.
    """
    usual = _users({})
    return [
        f"{key}: {' '.join(ids)}"
        for (key, ids) in _users(keymap)
        if (key, ids) not in usual and any(name in keymap for name in ids)
    ]


def _users(keymap: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Each key with the ids of two or more commands that it stands for at the same time."""
    groups = dict(grouped_commands(keymap))
    above = [tr("各栏与搜索"), tr("摘录与留存")]
    program = groups.pop(tr("程序"))
    shared = [command for name in above for command in groups.pop(name)]
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    for name, commands in groups.items():
        beside = [*shared, *program] if name in (tr("阅读"), tr("列表")) else []
        users: dict[str, list[str]] = {}
        for command in (*commands, *beside):
            for key in dict.fromkeys(command.keys):
                users.setdefault(key, []).append(command.id)
        found |= {(key, tuple(ids)): None for key, ids in users.items() if len(ids) > 1}
    return list(found)


def all_commands(screen: Screen[object], keymap: Mapping[str, str]) -> list[Placed]:
    """All commands that can be carried out from `screen`, each with the node that does it."""
    app = screen.app
    placed = []
    for name, owners in binding_groups():
        for owner in owners:
            node: DOMNode | None
            if isinstance(app, owner):
                node = app
            elif isinstance(screen, owner):
                node = screen
            else:
                nodes = [n for n in screen.query("*") if isinstance(n, owner) and n.display]
                node = nodes[0] if nodes else None
            if node is not None:
                placed += [Placed(c, node) for c in commands_of(own_bindings(owner), keymap, name)]
    # The article's own keys come first; what the lists have for the same is the same to who asks by name.
    return list({(one.command.name, one.command.keys): one for one in reversed(placed)}.values())[::-1]
