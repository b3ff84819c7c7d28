#!/usr/bin/env bash
# film_beside_ffmpeg.sh [REPO]: the time of a whole film beside ffmpeg encoding the same raw frames with
# the settings of src/media/shot_encoder.cpp and two threads, both in one run. See bench/README.md.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
onereel=${ONEREEL:-$root/build/release/src/app/onereel}
repository=${1:-$root/tests/toy/ide-recorder}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

# A line a step: when it began, and its name.
stamp() {
  while IFS= read -r line; do printf '%s %s\n' "$EPOCHREALTIME" "$line"; done
}

{ time "$onereel" make "$repository" --out "$work/film.onereel" \
  2> >(stamp >"$work/steps") >/dev/null; } 2>"$work/film.time"
printf '%s end\n' "$EPOCHREALTIME" >"$work/end"

film="$work/film.onereel/bundle/film.mp4"
ffmpeg -nostdin -v error -i "$film" -an -f rawvideo -pix_fmt yuv420p "$work/frames.yuv"
frames=$(($(stat -c %s "$work/frames.yuv") / (1280 * 720 * 3 / 2)))
{ time ffmpeg -nostdin -v error -y -f rawvideo -pix_fmt yuv420p -s 1280x720 -r 24 -i "$work/frames.yuv" \
  -c:v libx264 -preset veryfast -profile:v high -crf 20 -threads 2 -flags +bitexact+cgop \
  -forced-idr 1 -force_key_frames 'expr:gte(n,n_forced*48)' \
  -x264-params cpu-independent=1:stitchable=1:keyint=infinite:scenecut=0:open-gop=0:lookahead-threads=1 \
  "$work/again.mp4"; } 2>"$work/encode.time"

read -r film_wall film_user film_system <"$work/film.time"
read -r encode_wall encode_user encode_system <"$work/encode.time"
awk -v fw="$film_wall" -v fu="$film_user" -v fs="$film_system" -v ew="$encode_wall" \
  -v eu="$encode_user" -v es="$encode_system" -v frames="$frames" 'BEGIN {
  printf "frames                 %d\n", frames
  printf "whole film             %6.1f s, %6.1f s of processors\n", fw, fu + fs
  printf "ffmpeg encoding alone  %6.1f s, %6.1f s of processors\n", ew, eu + es
  printf "ratio                  %6.2f     %6.2f\n", fw / ew, (fu + fs) / (eu + es)
  printf "a frame                %6.1f ms, %6.1f ms of processors\n", 1000 * fw / frames,
    1000 * (fu + fs) / frames
}'
sort -n "$work/steps" "$work/end" | awk '
  NR > 1 && $2 ~ /^([0-9]+\/[0-9]+|end)$/ && name != "" { printf "  %-20s %6.1f s\n", name, $1 - began }
  $2 ~ /^([0-9]+\/[0-9]+|end)$/ { began = $1; name = $2 " " $3 }'
