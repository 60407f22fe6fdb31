#!/usr/bin/env bash
# Runs the rewards inside the real stacks: makes an environment below the given folder (default .tmp/conformance), installs
# what can be installed, and runs every check. What could not be installed or failed is named at the end; exit status 1.
# Needs Python >= 3.11 (and 3.12 beside it for NeMo-Gym), Node, npm and a network; some gigabytes. `npm install` in the clone comes first.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$root/.tmp/conformance}
export TOUCHSTONE_ROOT=$root TOUCHSTONE_BIN=${TOUCHSTONE_BIN:-$root/dist/cli/main.js}
export PYTHONPATH=$root/python:$here PYTHONDONTWRITEBYTECODE=1 TOKENIZERS_PARALLELISM=false
failed=()
mkdir -p "$work"

# environment NAME CHECK PACKAGE... : a virtual environment of its own, since the stacks' pins exclude each other.
environment() {
  local name=$1 check=$2
  shift 2
  local venv=$work/$name
  [ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv" || { failed+=("$name: no venv"); return; }
  if ! "$venv/bin/pip" install --quiet "$@" > "$work/$name.pip.log" 2>&1; then
    failed+=("$name: pip: $(tail -n 1 "$work/$name.pip.log")")
    return
  fi
  # verl and OpenRLHF pin GPU builds; the code that calls rewards runs without them.
  if [ -n "${BARE:-}" ]; then "$venv/bin/pip" install --quiet --no-deps $BARE >> "$work/$name.pip.log" 2>&1; fi
  if ! "$venv/bin/python" "$here/$check" 2> "$work/$name.log"; then
    failed+=("$name: $(tail -n 1 "$work/$name.log")")
  fi
}

environment trl check_trl.py torch transformers trl accelerate datasets
BARE=verl environment verl check_verl.py torch transformers 'tensordict>=0.8,<=0.10,!=0.9.0' ray omegaconf hydra-core \
  torchdata codetiming pylatexenc dill packaging datasets
BARE=openrlhf environment openrlhf check_openrlhf.py torch aiohttp
# The part of AReaL that calls rewards needs little of what AReaL pins.
BARE=areal environment areal check_areal.py torch transformers colorlog httpx tenacity flask lark uvloop numba einops aiofiles \
  openai aiohttp pyzmq hydra-core omegaconf
environment skyrl check_skyrl.py skyrl-gym
environment tinker-cookbook check_tinker_cookbook.py tinker-cookbook
environment ms-swift check_swift.py torch ms-swift
environment unsloth check_unsloth.py unsloth datasets trl
PYTHON=python3.12 environment nemo-gym check_nemo_gym.py nemo-gym httpx
environment verifiers check_verifiers.py verifiers
environment openreward check_openreward.py openreward
environment verifiers-legacy check_verifiers.py 'verifiers<0.2'

mkdir -p "$work/js"
if (cd "$work/js" && { [ -f package.json ] || npm init -y; } && npm install --no-audit --no-fund autoevals promptfoo) \
  > "$work/js.npm.log" 2>&1; then
  (cd "$work/js" && node "$here/check_js.mjs") || failed+=("js: see above")
else
  failed+=("js: npm: $(tail -n 1 "$work/js.npm.log")")
fi

[ ${#failed[@]} -eq 0 ] && exit 0
printf 'NOT RUN: %s\n' "${failed[@]}"
exit 1
