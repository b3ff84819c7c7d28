#!/usr/bin/env bash
# A whole film of the toy repository, as a user makes it: one command, then looked at from outside with
# ffprobe, Chromium and cmp. Usage: toy_film_test.sh PROGRAM SOURCE_DIR
set -euo pipefail
onereel=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
holds() { passed=$((passed + 1)); printf 'holds: %s\n' "$1"; }

cp -r "$source/tests/toy/ide-recorder" "$work/ide-recorder"
cd "$work"

"$onereel" make ide-recorder --preview >"$work/first.txt" 2>"$work/progress.txt"
film=ide-recorder.onereel/bundle/film.mp4
[ -s "$film" ] || fail "no film.mp4"
tail -n 1 "$work/first.txt" | grep -q "$film" || fail "the last line does not name the film"
for step in 1/6 2/6 3/6 4/6 5/6 6/6; do
  grep -q "^$step " "$work/progress.txt" || fail "step $step was not shown"
done
holds "one command makes the film, shows six steps and names it last"

probe() { ffprobe -v error -select_streams "$1" -show_entries "stream=$2" -of csv=p=0 "$film"; }
[ "$(probe v codec_name,profile,pix_fmt)" = "h264,High,yuv420p" ] || fail "video is $(probe v codec_name,profile,pix_fmt)"
[ "$(ffprobe -v error -select_streams v -count_packets -show_entries stream=nb_read_packets -of csv=p=0 "$film")" = 2160 ] ||
  fail "not 2160 frames"
[ "$(probe v duration)" = 90.000000 ] || fail "picture lasts $(probe v duration)"
[ "$(probe a codec_name,sample_rate)" = "aac,48000" ] || fail "sound is $(probe a codec_name,sample_rate)"
[ "$(ffprobe -v error -show_chapters -of csv=p=0 "$film" | wc -l)" = 5 ] || fail "not five chapters"
python_free_offset() { grep -abo "$1" "$film" | head -n 1 | cut -d: -f1; }
[ "$(python_free_offset moov)" -lt "$(python_free_offset mdat)" ] || fail "moov does not come first"
holds "90 s, 2160 frames, H.264 High yuv420p, AAC 48 kHz, five chapters, faststart"

measured=$(ffmpeg -nostats -i "$film" -filter_complex ebur128=peak=true:framelog=verbose -f null - 2>&1 |
  awk '$1=="I:"{loudness=$2} $1=="Peak:"{peak=$2} END{print loudness, peak}')
awk -v m="$measured" 'BEGIN{split(m, v, " "); exit !(v[1] > -14.5 && v[1] < -13.5 && v[2] <= -1)}' ||
  fail "loudness and true peak are $measured"
holds "loudness is within half a unit of -14 LUFS, the true peak under -1 dBTP"

yaml=ide-recorder.onereel/screenplay.yaml
for gag in un-eats-his-sandwich plan-pinned-on-the-icebox milk-will-not-pour the-same-gust spliced-into-the-reel; do
  grep -q "gag: $gag" "$yaml" || fail "$gag is not in the film"
done
holds "all five gags of the brief play"

cp "$film" first.mp4
cp "$yaml" first.yaml
rm -rf ide-recorder.onereel
"$onereel" make ide-recorder --preview --quiet >/dev/null
cmp "$film" first.mp4 || fail "a second film has other bytes"
cmp "$yaml" first.yaml || fail "a second screenplay has other bytes"
holds "the same repository gives the same film, byte for byte"

rm -rf ide-recorder.onereel
"$onereel" make ide-recorder --preview --quiet >/dev/null 2>interrupted.txt &
maker=$!
until [ "$(find ide-recorder.onereel/takes -name '*.take' 2>/dev/null | wc -l)" -ge 3 ]; do
  kill -0 "$maker" 2>/dev/null || break
  read -rt 0.05 <> <(:) || true
done
if kill -INT "$maker" 2>/dev/null; then
  code=0; wait "$maker" || code=$?
  [ "$code" = 130 ] || fail "Ctrl-C ended with $code"
fi
"$onereel" make ide-recorder --preview --json >resumed.json 2>/dev/null
cmp "$film" first.mp4 || fail "the resumed film has other bytes"
holds "Ctrl-C loses nothing: the next run goes on and gives the same film"

printf '\n# seen by a person\n' >>"$yaml"
code=0; "$onereel" write ide-recorder >/dev/null 2>refused.txt || code=$?
[ "$code" = 2 ] && grep -q 'has been edited' refused.txt || fail "write over an edit: exit $code"
"$onereel" make ide-recorder --preview >edited.txt 2>/dev/null
grep -q 'goes on from the edited' edited.txt || fail "make did not go on from the edit"
tail -n 1 "$yaml" | grep -q 'seen by a person' || fail "the edit was lost"
"$onereel" write ide-recorder --force >/dev/null 2>&1
[ -f "$yaml.1" ] || fail "--force kept no copy"
holds "an edited screenplay is never overwritten without --force, which keeps a copy"

code=0; "$onereel" make ./nowhere >/dev/null 2>nowhere.txt || code=$?
[ "$code" = 2 ] && grep -q 'Repository not found' nowhere.txt || fail "a missing repository: exit $code"
code=0; "$onereel" make ide-recorder --real >/dev/null 2>real.txt || code=$?
[ "$code" = 2 ] && grep -q 'come later' real.txt || fail "--real: exit $code"
holds "what cannot be done ends with 2 and says why"

"$onereel" make ide-recorder --dry-run >dry.txt 2>/dev/null
grep -q 'Dry run:            PASSED' dry.txt || fail "no dry run"
holds "a dry run plans and draws nothing"

mkdir empty
"$onereel" make empty --preview --quiet >empty.txt
[ "$(ffprobe -v error -show_entries format=duration -of csv=p=0 empty.onereel/bundle/film.mp4 | cut -d. -f1)" = 30 ] ||
  fail "the film about emptiness is not 30 s"
holds "an empty folder gives a film about emptiness"

"$source/tests/film/plays_in_chromium.sh" first.mp4 90 >played.txt || fail "Chromium: $(cat played.txt)"
holds "it plays in Chromium"

printf '%d passed, 0 failed\n' "$passed"
