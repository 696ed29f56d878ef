# `make run` and `make test` are all that a fresh clone needs: Python 3.11 or newer, and make.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
ONWARD_DATA ?= data
export ONWARD_DATA
# What is compiled once is kept: each of the many processes of a test run would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
CATALOGUES := $(wildcard onward/ui/locale/*/LC_MESSAGES/django.po)

.PHONY: help run setup test test-deep screens picture check fix rebuild bench lock
.DEFAULT_GOAL := help

help: ## show what there is to ask for
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: .venv/run ## start the demo (everything is installed and made first, where it is missing)
	@$(BIN)/onward demo --if-missing
	@exec $(BIN)/onward serve --port $(PORT)

setup: .venv/test ## install everything, tests and checks included

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit("Onward needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	@echo "Installing into .venv (once; a minute or so)."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/locked: requirements/run.txt | .venv/python
	@$(PIP) install --quiet --require-hashes -r requirements/run.txt
	@touch $@

.venv/run: .venv/locked pyproject.toml hatch_build.py package-lock.json $(CATALOGUES)
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q onward
	@touch $@

.venv/test: requirements/test.txt .venv/run
	@$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

test: .venv/test ## run the tests, browser journeys included
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m pytest -n 2 --dist loadscope -m "not deep"

test-deep: .venv/test ## run the slow proofs too
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m pytest

screens: .venv/test ## keep a picture of every page that the browser tests look at, in artefacts/screens
	$(BIN)/python -m tools.chromium
	ONWARD_SCREENS=1 $(BIN)/python -m pytest -n 2 --dist loadscope -m browser

picture: .venv/test ## take the README's picture anew, from the story told in the browser
	$(BIN)/python -m tools.chromium
	ONWARD_PICTURE=docs/case.png $(BIN)/python -m pytest tests/journeys/test_from_checkpoint_to_home.py -k with-scripts

check: .venv/test ## format, lint, types, floors, templates, generated documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml onward tools
	@ONWARD_DATA=tests/deployed DJANGO_SETTINGS_MODULE=onward.config.settings \
		$(BIN)/python -m django check --deploy --fail-level WARNING
	$(BIN)/python -m tools.floors --check
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet onward
	$(BIN)/python -m tools.documents --check
	$(BIN)/python -m tools.messages --check

fix: .venv/test ## mend what a machine can mend, and write the generated documents anew
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m tools.floors
	$(BIN)/python -m tools.documents
	$(BIN)/python -m tools.messages

rebuild: .venv/run ## empty every read model and replay the journal
	@$(BIN)/onward journal rebuild

bench: .venv/test ## measure: CPU, bytes, memory, durable entries a second
	$(BIN)/python -m benchmarks $(BENCH)

lock: .venv/test ## choose the exact versions anew, with hashes and without registry names
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/test.in -o requirements/test.txt
