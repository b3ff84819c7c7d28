#!/usr/bin/env bash
# Every staged gag, opening, ending, quiet moment and part of the Bug plays in the real theatre and does
# not flash. Usage: every_gag_test.sh PROGRAM
set -euo pipefail
onereel=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$onereel" gags --staged --json >"$work/gags.json"
python3 - "$work/gags.json" >"$work/parts.txt" <<'PYTHON'
import json, sys
for gag in json.load(open(sys.argv[1]))["gags"]:
    for part in gag["parts"]:
        print(gag["id"], part)
PYTHON
passed=0
failed=0
while read -r gag part; do
  if ! "$onereel" stage "$gag" ${part:+--part "$part"} --out "$work" --json >"$work/played.json" 2>"$work/said.txt"; then
    printf 'FAILED: %s %s: %s\n' "$gag" "$part" "$(tail -n 1 "$work/said.txt")"
    failed=$((failed + 1))
  elif ! grep -q '"flashes": ""' "$work/played.json"; then
    printf 'FAILED: %s %s flashes: %s\n' "$gag" "$part" "$(grep '"flashes"' "$work/played.json")"
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
done <"$work/parts.txt"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
