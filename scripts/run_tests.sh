#!/usr/bin/env bash
# Called by ./test. Stages stop at the first failure and say how long they took.
set -euo pipefail
cd "$(dirname "$0")/.."
long=no
[ "${1:-}" = --long ] && long=yes

stage() {
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@"
  printf '== %s: %d s\n' "$name" "$((SECONDS - began))"
}

formatted() {
  git ls-files '*.cpp' '*.h' | xargs -r clang-format-16 --dry-run -Werror
}
build() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" --target "${@:2}"
}
tidy() {
  git ls-files 'src/*.cpp' | xargs -r -P 2 -n 4 clang-tidy-16 --quiet -p build/dev
}

stage "set-up" scripts/set_up.sh test
export ONEREEL_CCACHE=${ONEREEL_CCACHE-ccache}
stage "formatting" formatted
stage "build" build dev all
stage "doors compile alone" build dev all_verify_interface_header_sets
stage "build of the readers of outside bytes with sanitizers" build asan base_test papers_test scout_test
stage "hostile input under sanitizers" ctest --preset asan -R '^(base|papers|scout)$'
if [ "$long" = yes ]; then
  stage "build with sanitizers" build asan all
  stage "tests under address and undefined-behaviour sanitizers" ctest --preset asan -LE film
  stage "clang-tidy" tidy
  export ONEREEL_LONG=1
fi
stage "tests" ctest --preset dev
