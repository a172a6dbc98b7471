.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.set-up

# What Python has compiled is kept in the environment: every program that a test starts imports 2,400 modules.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/compiled

# The demo's page is installed, and the Playground run, by Node.js 18 or newer with npm; where the machine has none, it
# comes from PyPI into the environment.
HAS_NODE := $(shell command -v npm >/dev/null && node -e 'process.exit(+(parseInt(process.versions.node) < 18))' && echo yes)
ifneq ($(HAS_NODE),yes)
NODE := $(BIN)/npm
NODE_GROUP := --group node
export PATH := $(CURDIR)/$(BIN):$(PATH)
endif

help: ## say what each command does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(STAMP) ## set everything up: the locked environment in .venv

$(STAMP): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tandem needs Python 3.11 or newer: make setup PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || { echo "Setting up (some minutes the first time) ..."; $(PYTHON) -m venv .venv; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv sync --locked --quiet --python $(BIN)/python $(NODE_GROUP)
	@touch $(STAMP)

$(BIN)/npm: | $(STAMP)
	$(BIN)/uv sync --locked --quiet --python $(BIN)/python $(NODE_GROUP)

PAGE := sandbox/page
PAGE_STAMP := $(PAGE)/node_modules/.set-up

setup-page: $(PAGE_STAMP) ## what the demo's page is drawn with

$(PAGE_STAMP): $(PAGE)/package.json $(PAGE)/package-lock.json | $(NODE)
	npm ci --prefix $(PAGE) --no-audit --no-fund --silent
	@touch $(PAGE_STAMP)

demo: setup setup-page ## a company to try it out, on a page in the browser (PORT=…, KEEP=1 keeps its data for the next KEEP=1)
	@exec $(BIN)/python -m sandbox demo $(if $(PORT),--port $(PORT)) $(if $(KEEP),--keep)

# Make itself sets AS (to the assembler).
ifeq ($(origin AS),default)
AS :=
endif

playground: setup $(NODE) ## the same in Microsoft's Agents Playground (AS=owner, mentee, mentor or all)
	@exec $(BIN)/python -m sandbox playground $(if $(AS),--as $(AS))

screenshots: setup setup-page ## pictures of all cards and of the page, into build/screenshots and docs/pictures (needs chromium)
	$(BIN)/python -m tests.browser.screenshots

golden: setup ## write the reviewed outlines of all cards anew (then read git diff)
	@$(BIN)/python -m tests.cards.golden_files

kept: setup ## keep what new buttons send, for cards that will stand in chats (adds lines, changes none)
	@$(BIN)/python -m tests.cards.kept_payloads

permissions: setup ## write the table of Graph permissions into docs/tenant.md anew
	@$(BIN)/python -m tests.house.permission_table

TANDEMS ?= 40
KILL_EVERY ?= 10

SHORT := --tandems 2 --limits off
TENANTS := tests/stories/tenants
FUZZ ?= 20000
MINUTES ?= 5
MIXED ?= 8
SEED ?= 1

# Faults and servers that are killed; a launch that is taken back, and one cycle to its closing, under the same; two
# cycles of two programmes; a rolling one; one whose tandems live their life to half a year after its end; two replicas
# on PostgreSQL, which is away for a while; and for MINUTES some in which all of that goes wrong at random, with wrong
# clocks (DRAWN=the seed that was printed). Then FUZZ odd activities.
soak: setup setup-page ## what takes long by its nature: tests, rehearsals with faults and killed servers, odd activities (TANDEMS=…, KILL_EVERY=seconds, MINUTES=…, FUZZ=…, SEED=…)
	$(BIN)/python -m pytest -m long $(SIDE_BY_SIDE) --numprocesses 2
	$(MAKE) --jobs 2 --output-sync=target $(REHEARSALS)
	$(BIN)/python -m sandbox fuzz --activities $(FUZZ) --seed $(SEED)

# A rehearsal mostly waits, so two are played side by side.
REHEARSALS := rehearse-faults rehearse-undo rehearse-closing rehearse-cycles rehearse-rolling rehearse-away rehearse-life rehearse-random

rehearse-faults: setup
	$(BIN)/python -m sandbox rehearse --tandems $(TANDEMS) --faults 0.03 --kill-every $(KILL_EVERY)

rehearse-undo: setup
	$(BIN)/python -m sandbox rehearse --tandems $(MIXED) --undo --limits launch --faults 0.05 --kill-every $(KILL_EVERY)

rehearse-closing: setup
	$(BIN)/python -m sandbox rehearse $(SHORT) --until closing --tenant $(TENANTS)/one-session.json --faults 0.05 --kill-every $(KILL_EVERY)

rehearse-random: setup
	$(BIN)/python -m sandbox soak --minutes $(MINUTES) --tandems $(MIXED)$(if $(DRAWN), --seed $(DRAWN))

rehearse-cycles: setup
	$(BIN)/python -m sandbox rehearse $(SHORT) --cycles 2 --programmes 2 --tenant $(TENANTS)/one-session.json

rehearse-life: setup
	$(BIN)/python -m sandbox rehearse --tandems 3 --limits off --until closing --life --tenant $(TENANTS)/two-sessions.json

rehearse-rolling: setup
	$(BIN)/python -m sandbox rehearse $(SHORT) --until closing --tenant $(TENANTS)/rolling.json

rehearse-away: setup
	$(BIN)/python -m sandbox rehearse $(SHORT) --database embedded --replicas 2 --database-away 5 --clock-off 60 --kill-every 15

check: setup ## lint, types and the arrows between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# More processes than the two cores that are counted on, because stories mostly wait.
SIDE_BY_SIDE := --numprocesses 4 --dist worksteal

# The checks run beside the first tests; what they say comes in one piece.
test: setup setup-page ## every check and every test, in four processes (TESTS=tests/… for some, in one); a browser's need chromium
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target check tests

.PHONY: tests
tests:
	+$(BIN)/python -m pytest $(or $(TESTS),$(SIDE_BY_SIDE))

bench: setup ## measure, beside peers in the same run
	for each in tests/bench/*.py; do $(BIN)/python -m tests.bench.$$(basename $$each .py); done

.PHONY: help setup setup-page demo playground screenshots golden kept check test bench soak $(REHEARSALS)
