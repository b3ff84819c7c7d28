#!/usr/bin/env bash
# film_beside_ffmpeg.sh REPO: the time of a whole film beside ffmpeg encoding the same raw frames with the
# same settings, both in one run; prints the ratio. Needs about 3 GB in the temporary folder.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
onereel="$root/build/release/src/app/onereel"
repository=${1:-$root/tests/toy/ide-recorder}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
now() { date +%s.%N; }

began=$(now)
"$onereel" make "$repository" --out "$work/film.onereel" --quiet >/dev/null
film=$(echo "$(now) - $began" | bc)
ffmpeg -v error -i "$work/film.onereel/bundle/film.mp4" -an -f rawvideo -pix_fmt yuv420p "$work/frames.yuv"
began=$(now)
ffmpeg -v error -y -f rawvideo -pix_fmt yuv420p -s 1280x720 -r 24 -i "$work/frames.yuv" \
  -c:v libx264 -preset veryfast -crf 20 -threads 2 "$work/again.mp4"
encode=$(echo "$(now) - $began" | bc)
printf 'whole film %.1f s, ffmpeg encoding its frames %.1f s, ratio %.2f\n' "$film" "$encode" \
  "$(echo "scale=4; $film / $encode" | bc)"
