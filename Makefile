# Everything a newcomer or a machine may ask of this checkout. Nothing is installed outside .venv, save what .ci/browser installs as root.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input

# What developers installed runs too; and a server that is already there makes the embedded one needless.
HERE := $(or $(wildcard .venv/.dev),$(if $(PALABRE_DATABASE_URL),.venv/.served,.venv/.embedded))

.PHONY: help run test check proof bench mutation vendor browser
.DEFAULT_GOAL := help

help: ## montre ceci
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(HERE) ## installe, démarre, et dit à quelle adresse venir
	@$(BIN)/palabre run

test: .venv/.dev browser ## passe tous les tests, navigateur compris, sauf ceux de make proof
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/.dev ## relit le code : style, types, étages de la maison, gabarits
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint web/templates --lint --profile jinja

proof: .venv/.dev browser ## fait vérifier nos preuves par les programmes des autres, réseau coupé
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m 'outside or not outside' tests/proof tests/outside

bench: .venv/.dev ## mesure ce que coûtent les gestes, à côté de PostgreSQL nu
	@$(BIN)/python -m tests.bench

mutation: .venv/.dev ## change le décompte par petites fautes, et voit si les tests les remarquent (long)
	@$(BIN)/python -m tests.mutation

vendor: .venv/.dev ## rapporte de npm la police, les icônes et les scripts (demande npm)
	$(BIN)/python -m web.vendor

browser:
	@.ci/browser

# What is installed is told by a stamp, older than pyproject.toml when it has to be done again.
.venv/.served: WANTED := .
.venv/.embedded: WANTED := .[embedded]
.venv/.dev: WANTED := .[dev]
.venv/.served .venv/.embedded .venv/.dev: pyproject.toml | .venv/bin/pip
	@echo "Installation de $(WANTED) dans .venv…"
	@$(PIP) install -e '$(WANTED)'
	@touch $@

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Il faut Python 3.11 ou plus récent : make PYTHON=/chemin/vers/python3 …" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
