#!/usr/bin/env bash
# join_changes.sh VERSION: joins changes/*.md into CHANGELOG.md under a new heading and deletes them.
set -euo pipefail
[ $# = 1 ] || { echo "usage: scripts/join_changes.sh VERSION" >&2; exit 2; }
cd "$(dirname "$0")/.."
{
  head -n 2 CHANGELOG.md
  printf '## %s (%s)\n' "$1" "$(date +%F)"
  for kind in added changed mended removed; do
    found=$(grep -lx "$kind" changes/*.md || true)
    [ -n "$found" ] || continue
    printf '\n### %s\n\n' "${kind^}"
    for file in $found; do sed '1d;s/^/- /' "$file"; done
  done
  printf '\n'
  sed '1,2d' CHANGELOG.md | grep -v '^What a user notices' || true
} >CHANGELOG.md.new
mv CHANGELOG.md.new CHANGELOG.md
find changes -name '*.md' ! -name README.md -delete
