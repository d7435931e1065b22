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

test: setup node_modules/.ready lint
	$(BIN)/pytest

# Lessons for all fifty municipalities instead of eight that cover every kind.
test-all: setup node_modules/.ready lint
	AIMAK_PLACES=all $(BIN)/pytest

clean:
	rm -rf _build node_modules $(VENV) .mypy_cache .ruff_cache .pytest_cache
