# Everything a reader or a developer runs. Needs Python >= 3.11, make and a package registry.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: run test check format quality bench screenshots messages lock clean

run: $(VENV)/.runs       ## open the reader on the bundled pages
	@$(BIN)/lctui

test: $(VENV)/.tests     ## everything that tests need, and the tests
	@sh tests/e2e/install-debian.sh
	$(BIN)/pytest -n 2 --dist loadgroup

check: $(VENV)/.tests    ## the static checks
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tests
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

quality: $(VENV)/.tests  ## the figures of the labelled and the typeset pages
	$(BIN)/python -m tests.quality

bench: $(VENV)/.tests    ## speed of reading and searching
	$(BIN)/python -m bench

screenshots: $(VENV)/.tests  ## draw screenshots/ anew
	LCTUI_DRAW=1 $(BIN)/pytest -q tests/pictures

messages: $(VENV)/.tests  ## collect the interface's sentences and compile their English
	$(BIN)/python tools/messages.py

lock: $(VENV)/.tests     ## the newest versions into requirements-dev.txt
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --upgrade pyproject.toml --extra dev --universal --python-version 3.11 --no-header -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: pyproject.toml requirements-dev.txt | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check -c requirements-dev.txt -e .
	@touch $@

$(VENV)/.tests: pyproject.toml requirements-dev.txt | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@ $(VENV)/.runs
