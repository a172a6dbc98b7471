.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.set-up

help: ## say what each command does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(STAMP) ## set everything up: the locked environment in .venv

$(STAMP): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tandem needs Python 3.11 or newer: make setup PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv sync --locked --quiet --python $(BIN)/python
	@touch $(STAMP)

PAGE := sandbox/page
PAGE_STAMP := $(PAGE)/node_modules/.set-up

setup-page: $(PAGE_STAMP) ## what the demo's page is drawn with (needs Node.js with npm)

$(PAGE_STAMP): $(PAGE)/package.json $(PAGE)/package-lock.json
	@command -v npm >/dev/null || { echo "The page needs Node.js 18 or newer with npm: install them (Debian: apt-get install nodejs npm), then run make again."; exit 1; }
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' || { echo "The page needs Node.js 18 or newer; this is $$(node --version)."; exit 1; }
	npm ci --prefix $(PAGE) --no-audit --no-fund --silent
	@touch $(PAGE_STAMP)

demo: setup setup-page ## a company to try it out, on a page in the browser (PORT=…, KEEP=1 goes on with last time's data)
	@exec $(BIN)/python -m sandbox demo $(if $(PORT),--port $(PORT)) $(if $(KEEP),--keep)

playground: setup ## the same in Microsoft's Agents Playground (AS=owner, mentee, mentor or all)
	@exec $(BIN)/python -m sandbox playground $(if $(AS),--as $(AS))

screenshots: setup setup-page ## pictures of all cards and of the page, into build/screenshots and docs/pictures (needs chromium)
	$(BIN)/python -m tests.browser.screenshots

golden: setup ## write the reviewed outlines of all cards anew (then read git diff)
	@$(BIN)/python -m tests.cards.golden_files

soak: setup ## a launch of 40 tandems with faults, and servers that are killed
	$(BIN)/python -m sandbox rehearse --tandems 40 --faults 0.03 --kill-every 10

check: setup ## lint, types and the arrows between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## every check and every test; those in a browser need chromium and npm
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory setup-page; else echo "npm is missing: the tests in a browser will say so."; fi
	$(BIN)/python -m pytest

bench: setup ## measure, beside peers in the same run
	for each in tests/bench/*.py; do $(BIN)/python $$each; done

.PHONY: help setup setup-page demo playground screenshots golden check test bench soak
