#!/usr/bin/env bash
# plays_in_chromium.sh FILM SECONDS: a real browser opens the film, plays some of it, jumps near its
# end and plays on. Fails unless the film has a picture, sound and exactly SECONDS. Needs python3 for a
# server on the loopback, since headless Chromium says nothing of what happens after a page has loaded.
set -euo pipefail
film=$(realpath "$1")
seconds=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$film" "$folder/film.mp4"
cat >"$folder/index.html" <<'HTML'
<video id="film" src="film.mp4" muted preload="auto"></video>
<script>
const film = document.getElementById('film');
const tell = (text) => fetch('/told?' + encodeURIComponent(text));
film.onerror = () => tell('fault: ' + film.error.message);
const until = (check) => new Promise((done) => {
  const look = () => (check() ? done() : setTimeout(look, 50));
  look();
});
(async () => {
  await until(() => film.readyState >= 3);
  await film.play();
  await until(() => film.currentTime > 0.4);
  film.currentTime = film.duration - 0.7;
  await until(() => film.ended);
  const heard = film.webkitAudioDecodedByteCount > 0;
  tell(`played ${film.videoWidth}x${film.videoHeight} ${film.duration} sound ${heard}`);
})();
</script>
HTML
cat >"$folder/show.py" <<'PYTHON'
import http.server, subprocess, sys, threading, urllib.parse
folder = sys.argv[1]
told = []
done = threading.Event()
class Page(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *parts):
        super().__init__(*parts, directory=folder)
    def log_message(self, *parts):
        pass
    def do_GET(self):
        if self.path.startswith('/told?'):
            told.append(urllib.parse.unquote(self.path[6:]))
            done.set()
            self.send_response(204)
            self.end_headers()
            return
        wanted = self.headers.get('Range')
        if not wanted or not self.path.endswith('film.mp4'):
            return super().do_GET()
        film = open(folder + '/film.mp4', 'rb').read()
        first, last = wanted.removeprefix('bytes=').split('-')
        first, last = int(first), int(last) if last else len(film) - 1
        self.send_response(206)
        self.send_header('Content-Type', 'video/mp4')
        self.send_header('Accept-Ranges', 'bytes')
        self.send_header('Content-Range', f'bytes {first}-{last}/{len(film)}')
        self.send_header('Content-Length', str(last - first + 1))
        self.end_headers()
        try:
            self.wfile.write(film[first:last + 1])
        except OSError:
            pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Page)
threading.Thread(target=server.serve_forever, daemon=True).start()
browser = subprocess.Popen(
    ['chromium', '--headless', '--no-sandbox', '--disable-gpu',
     '--autoplay-policy=no-user-gesture-required', '--remote-debugging-port=0',
     f'--user-data-dir={folder}/profile', f'http://127.0.0.1:{server.server_port}/'],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
done.wait(60)
browser.terminate()
browser.wait()
print(told[0] if told else 'nothing was told within a minute')
PYTHON
told=$(python3 "$folder/show.py" "$folder")
echo "$told"
[[ $told =~ ^played\ [1-9][0-9]*x[1-9][0-9]*\ ([0-9.]+)\ sound\ true$ && ${BASH_REMATCH[1]} == "$seconds" ]]
