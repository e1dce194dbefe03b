# Everything starts here; `make help` lists it. Needs Python 3.11 or newer, make and apt.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
READY := .venv/.ready
NODE_READY := tests/clients/node_modules/.ready
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends
PYTEST := $(PY) -m pytest -q --durations=15
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests start some hundred processes; each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup browser load postgresql demo run test check clients format drills bench spec \
  lock clean

help: ## 列出全部命令 (this list)
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: $(READY) browser load postgresql ## 安装所需 (.venv from the lock file, a browser for tests)

demo: $(READY) ## 在沙箱中完整演示一个办件 (the whole story; ends with one line DEMO {json})
	$(PY) -m server demo

run: $(READY) ## 办件进行中的沙箱，保持运行：PORT=8000 HOST=127.0.0.1 (a city to work with, left running)
	$(PY) -m server demo --stay

# Tests wait for processes and clocks, too: four workers fill two cores.
test: $(READY) browser load postgresql ## 全部测试 (all tests, long drills at smaller counts)
	$(PYTEST) -n 4 --dist worksteal

check: $(READY) ## 代码检查 (style, types, imports, spec, clients, migrations up to date)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m server spec --check
	$(PY) -m server migrate --check
	$(MAKE) --no-print-directory clients

clients: $(READY) $(NODE_READY) browser ## 检查小程序客户端 (compile, lint, sizes, a page, a story over the sandbox)
	$(PY) -m tests.clients

drills: $(READY) ## 完整演练：并发、断电、断线、随机对照 (kills, floods and random comparisons in full)
	DRILLS=full DRILL_SCALE=1 $(PYTEST) -s tests/drills tests/models/test_ledger_storm.py \
	  tests/models/test_ledger_spread.py tests/models/test_content.py tests/rules/votes tests/rules/income \
	  tests/rules/test_books_machine.py tests/handlers/income/test_closing.py \
	  tests/handlers/test_books_machine.py tests/test_fuzz.py

bench: $(READY) load ## 性能对比 (ratios against bare code)
	$(PY) -m tests.bench

spec: $(READY) ## 由代码生成接口文档 (writes miniprogram-api-spec/)
	$(PY) -m server spec

examples: $(READY) ## 重演各种办件，重录接口文档的示例 (server/spec/played.json)
	EXAMPLES=1 $(PYTEST) -p no:xdist tests/test_access.py tests/stories tests/handlers
	$(PY) -m server spec

format: $(READY) ## 整理代码格式 (ruff)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# Hashes of every file of a release, no addresses: the lock installs from any index.
lock: $(READY) ## 由 pyproject.toml 重算依赖锁 (requirements.lock)
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	  .venv/bin/pip-compile -q --extra dev --generate-hashes --allow-unsafe --strip-extras \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --no-emit-options -o requirements.lock pyproject.toml

clean: ## 删除生成的内容，不动 ./var 数据 (caches and .venv; data stays)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache \
	  tests/clients/node_modules

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 或更高版本 (Python 3.11 or newer is needed)'; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(SUDO) apt-get install -y python3-venv
	[ -x $(PY) ] || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

# node itself is a Python package of the lock; these are what runs on it.
$(NODE_READY): $(READY) tests/clients/package-lock.json
	cd tests/clients && PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --no-progress --loglevel=error
	touch $@

# Debian's programs that tests and measurements need; nothing is installed when they are there.
browser:
	@command -v chromium >/dev/null || { $(APT) chromium; }

load:
	@command -v wrk >/dev/null || { $(APT) wrk; }

# The release's own server: 15 on Debian 12. Left alone, its package would start one at once.
NO_CLUSTER := /etc/postgresql-common/createcluster.d/no-main.conf
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { failed=0; \
	  $(SUDO) mkdir -p $(dir $(NO_CLUSTER)); \
	  echo 'create_main_cluster = false' | $(SUDO) tee $(NO_CLUSTER) >/dev/null; \
	  { $(APT) postgresql; } || failed=$$?; \
	  $(SUDO) rm -f $(NO_CLUSTER); exit $$failed; }
