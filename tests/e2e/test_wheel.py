"""What is installed is what is shipped: the wheel in a virtual environment of its own, in another folder."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("wheel")]


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("lctui", "seeds"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    built = run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, source, cwd=folder)
    if built.returncode:
        assert "error" not in built.stderr.lower() or "connection" in built.stderr.lower(), built.stderr
        pytest.skip("no package registry within reach to build with")
    (wheel,) = folder.glob("*.whl")
    home = folder / "venv"
    venv.create(home, with_pip=True)
    got = run(
        home / "bin/pip", "install", "-q", "--disable-pip-version-check",
        "-c", ROOT / "requirements-dev.txt", wheel, cwd=folder,
    )  # fmt: skip
    assert got.returncode == 0, got.stderr
    return home / "bin"


def test_the_bundled_pages_travel_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    dumped = run(installed / "lctui", "dump", cwd=tmp_path)
    assert dumped.returncode == 0, dumped.stderr
    issues = json.loads(dumped.stdout)["issues"]
    assert len(issues) == 5
    assert sum(len(issue["articles"]) for issue in issues) == 47


def test_search_and_both_languages_work_from_any_folder(installed: Path, tmp_path: Path) -> None:
    found = run(installed / "lctui", "search", "gaotie", "--limit", "1", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "Read" in run(installed / "lctui", "--lang", "en", "--help", cwd=tmp_path).stdout


def test_nothing_but_what_is_needed_is_installed(installed: Path, tmp_path: Path) -> None:
    listed = run(installed / "pip", "list", "--format", "json", cwd=tmp_path)
    names = {package["name"].lower() for package in json.loads(listed.stdout)}
    assert {"textual", "rich", "jieba", "rapidfuzz"} <= names
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "babel"}
