from pathlib import Path

import pytest

from lctui.config import Config, ConfigError, config_path, read_config


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config()


def test_every_setting(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'language = "en"\ntheme = "newsprint-dark"\nmeasure = 30\nparagraph_gap = true\njustify = true\n'
        "hanging = true\nsqueeze = false\nambiguous_width = 2\n"
        'clipboard = "osc52"\nclipboard_limit = 100000\n'
        'citation_style = "bibtex"\n[keys]\n"article.down" = "j,n"\n',
        "utf-8",
    )
    assert read_config(file) == Config(
        "en",
        "newsprint-dark",
        30,
        True,
        True,
        True,
        False,
        2,
        "osc52",
        100000,
        "bibtex",
        {"article.down": "j,n"},
    )


def test_the_place_can_be_named() -> None:
    assert config_path({"LCTUI_CONFIG": "/x/y.toml"}) == Path("/x/y.toml")
    assert config_path({}).name == "config.toml"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("measre = 30", "measre"),  # a slip in a key
        ("measure = 3", "measure"),  # out of range
        ("measure = true", "measure"),  # a bool is an int to Python, not to us
        ("ambiguous_width = 3", "ambiguous_width"),
        ('clipboard = "fax"', "osc52"),  # says what there is
        ('citation_style = "nope"', "gbt7714-2025"),
        ('justify = "yes"', "justify"),
        ("clipboard_limit = 0", "clipboard_limit"),
        ('keys = {"a" = 1}', "keys"),
        ("measure =", "TOML"),  # not TOML
    ],
)
def test_a_bad_setting_is_one_sentence(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as error:
        read_config(file)
    assert word in str(error.value)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)
