"""How keys are written on screen, and what every binding of the reader is bound to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "ctrl": "Ctrl",
    "shift": "Shift",
    "alt": "Alt",
    "super": "Super",
}


_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_KNOWN = frozenset({key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS.values()))


@dataclass(frozen=True, slots=True)
class Command:
    """A binding as help and the command palette show it: its keys as they are now."""

    id: str
    keys: tuple[str, ...]
    name: str
    tooltip: str
    action: str
    group: str = ""


def key_name(key: str) -> str:
    """A key of Textual's as it stands on a keyboard: `question_mark` is ?, `ctrl+p` is Ctrl+P.

    Plain ASCII, so that it is as wide in every terminal.
    """
    *modifiers, last = key.strip().split("+")
    name = _NAMES.get(last) or format_key(last)
    if modifiers:
        name = name.upper() if len(name) == 1 else name
    return "+".join([*(_NAMES.get(modifier, modifier) for modifier in modifiers), name])


def normal_key(key: str) -> str:
    """A key as Textual names it: `?` is question_mark."""
    key = key.strip()
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def is_key(key: str) -> bool:
    """Whether a terminal could ever send a key of this name."""
    *modifiers, last = normal_key(key).split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    if len(last) == 1 or last in _KNOWN:
        return True
    try:
        unicodedata.lookup(last.replace("_", " ").upper())
    except KeyError:
        return False
    return True


def commands_of(bindings: Iterable[BindingType], keymap: Mapping[str, str], group: str = "") -> list[Command]:
    """The bindings of a widget class in their order, with the keys that `keymap` gives them."""
    found = []
    for binding in bindings:
        if isinstance(binding, Binding) and binding.id is not None:
            keys = keymap.get(binding.id, binding.key)
            found.append(
                Command(
                    binding.id,
                    tuple(key_name(normal_key(key)) for key in keys.split(",")),
                    binding.description,
                    binding.tooltip,
                    binding.action,
                    group,
                )
            )
    return found
