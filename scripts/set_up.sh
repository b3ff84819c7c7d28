#!/usr/bin/env bash
# set_up.sh film|test: installs what is missing and no more. Says what it does; asks nothing.
# Exit 2: something is missing that only root can install; the one command for it is printed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
lists=("$root/scripts/packages-film.txt")
[ "${1:-film}" = test ] && lists+=("$root/scripts/packages-test.txt")

say() { printf 'onereel set-up: %s\n' "$*" >&2; }

missing_packages() {
  local wanted
  wanted=$(sed 's/#.*//' "${lists[@]}" | tr -s ' \n' '\n' | sed '/^$/d')
  # Node comes from Debian only where there is none: Debian's own npm conflicts with other Nodes.
  command -v node >/dev/null || wanted+=$'\nnodejs'
  command -v npm >/dev/null || wanted+=$'\nnpm'
  comm -23 <(sort -u <<<"$wanted") \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

install_packages() {
  local missing
  missing=$(missing_packages | tr '\n' ' ')
  [ -z "${missing// /}" ] && return 0
  local command="apt-get install -y --no-install-recommends $missing"
  if [ "$(id -u)" != 0 ]; then
    say "these Debian packages are missing. Run this once, then the same command again:"
    printf '\n  sudo apt-get update && sudo %s\n\n' "$command" >&2
    exit 2
  fi
  say "installing Debian packages: $missing"
  export DEBIAN_FRONTEND=noninteractive
  local log
  log=$(mktemp)
  if ! { apt-get update -qq -o DPkg::Lock::Timeout=600 &&
         apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=600 $missing; } \
         >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    say "the packages could not be installed; the lines above say why. Full log: $log"
    exit 2
  fi
  rm -f "$log"
}

install_sources() {
  local folder="$root/deps/npm" stamp sum
  stamp="$folder/node_modules/.onereel-lock-sum"
  sum=$(sha256sum <"$folder/package-lock.json")
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ] && return 0
  say "installing parsers and fonts from npm (by lock file, no scripts run)"
  local log
  log=$(mktemp)
  if ! (cd "$folder" && npm ci --ignore-scripts --omit=optional --no-audit --no-fund >"$log" 2>&1 </dev/null); then
    tail -n 20 "$log" >&2
    say "npm ci failed in deps/npm; the lines above say why"
    exit 2
  fi
  rm -rf "$folder"/node_modules/*/prebuilds "$log"
  printf '%s\n' "$sum" >"$stamp"
}

install_packages
install_sources
