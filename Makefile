# What can be done here; `make` alone lists it.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
export VIRTUAL_ENV := $(CURDIR)/$(VENV)
export UV_NO_PROGRESS := 1

.PHONY: help setup demo test check fix bench docs clean

help: ## List what can be done
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready ## Make .venv with everything locked

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv pip sync -q --require-hashes requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . || $(BIN)/uv pip install -q --no-deps -e .
	touch $@

demo: setup ## Make the example authority, load it and write the quarter's report to demo/
	$(BIN)/quarterday demo --to demo

test: setup ## Run every test
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup ## Lint, types, layers, formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup ## Mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## Measure speed as a ratio to a yardstick
	$(BIN)/python -m bench

docs: setup ## Write the generated pages of docs/ anew
	$(BIN)/python -m quarterday.cli.docs docs

clean: ## Remove what make made
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache
