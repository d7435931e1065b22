# Two promises: `make course` sets up everything and does the main job; `make test` sets up everything and passes.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: course test test-all lint setup clean
.DELETE_ON_ERROR:

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

node_modules/.ready: package.json package-lock.json .npmrc
	npm ci --silent
	touch $@

course: setup node_modules/.ready
	$(BIN)/aimak course

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Rooms whose tests drive browsers and servers or watch the clock: one after the other. All others go over two cores.
ONE_BY_ONE := tests/browser tests/cohort tests/execution tests/hostile tests/pyodide tests/site

test: setup node_modules/.ready lint
	$(BIN)/pytest -n 2 $(addprefix --ignore=,$(ONE_BY_ONE))
	$(BIN)/pytest $(ONE_BY_ONE)

# Lessons for all fifty municipalities instead of some that cover every kind.
test-all: export AIMAK_PLACES := all
test-all: test

clean:
	rm -rf _build node_modules $(VENV) .mypy_cache .ruff_cache .pytest_cache
