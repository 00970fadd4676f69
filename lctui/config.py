"""The reader's settings: one TOML file, read once at the start; the command line outranks it.

Where: `$LCTUI_CONFIG`, else `config.toml` in the platform's settings folder. None is needed.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from lctui.i18n import tr

MEASURE_RANGE = (10, 100)
ROUTES = ("auto", "tmux", "screen", "osc52", "local", "file")


class ConfigError(Exception):
    """Settings that cannot be used; the text names the file, the setting and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, each with its default.

    language: `zh` or `en`, None to go by LCTUI_LANG. theme: a theme's name, None for newsprint.
    measure: characters (of two cells) a line at most. ambiguous_width: cells of a character such
    as “ or □, None to ask the terminal. clipboard_limit: bytes of text above which a terminal may
    cut a copy. citation_style: see `lctui.quoting.citation`. keys: binding id → keys, by commas.
    """

    language: str | None = None
    theme: str | None = None
    measure: int = 40
    paragraph_gap: bool = False
    justify: bool = False
    hanging: bool = False
    squeeze: bool = True
    ambiguous_width: int | None = None
    clipboard: str = "auto"
    clipboard_limit: int = 74_994
    citation_style: str = "plain"
    keys: Mapping[str, str] = field(default_factory=dict)


def config_path(env: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are read from, whether or not there is such a file."""
    if named := env.get("LCTUI_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("lctui") / "config.toml"


def read_config(path: Path) -> Config:
    """The settings in a file; the defaults where there is none.

    Raises ConfigError, with the file and the setting, for anything that is not as it should be.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(tr("设置文件 {path} 无法读取：{error}").format(path=path, error=error)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            tr("设置文件 {path} 不是有效的 TOML：{error}").format(path=path, error=error)
        ) from error
    try:
        return Config(**{key: _checked(key, value) for key, value in table.items()})
    except ValueError as error:
        raise ConfigError(tr("设置文件 {path}：{error}").format(path=path, error=error)) from None


def _checked(key: str, value: Any) -> Any:
    """The value, if it is one that setting can have. Raises ValueError."""
    known = [f.name for f in fields(Config)]
    low, high = MEASURE_RANGE
    match key, value:
        case _ if key not in known:
            raise ValueError(
                tr("没有 {key} 这项设置；可用的有 {known}").format(key=key, known="、".join(known))
            )
        case "ambiguous_width", "auto":
            return None
        case (("paragraph_gap" | "justify" | "hanging" | "squeeze"), bool()):
            return value
        case "ambiguous_width", (1 | 2):
            return value
        case "measure", int() if low <= value <= high and not isinstance(value, bool):
            return value
        case "clipboard_limit", int() if value > 0 and not isinstance(value, bool):
            return value
        case "clipboard", str() if value in ROUTES:
            return value
        case "language", ("zh" | "en"):
            return value
        case "citation_style", str() if value in _styles():
            return value
        case "theme", str():
            return value
        case "keys", dict() if all(isinstance(v, str) for v in value.values()):
            return value
    wanted = {
        "measure": tr("应是 {low} 到 {high} 之间的整数（每行字数）").format(low=low, high=high),
        "ambiguous_width": tr('应是 1、2 或 "auto"'),
        "clipboard_limit": tr("应是正整数（字节）"),
        "clipboard": tr("应是 {routes} 之一").format(routes="、".join(ROUTES)),
        "language": tr('应是 "zh" 或 "en"'),
        "keys": tr('应是一个表：操作名 = "键"'),
        "theme": tr("应是一个字符串"),
        "citation_style": tr("应是 {routes} 之一").format(routes="、".join(_styles())),
    }.get(key, tr("应是 true 或 false"))
    raise ValueError(f"{key} = {value!r}：{wanted}")


def _styles() -> list[str]:
    # Only settings that name a style need to know them all.
    from lctui.quoting.citation import Style

    return [style.value for style in Style]
