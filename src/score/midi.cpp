// Standard MIDI File 1.0, format 0: 480 ticks to the quarter at 120 quarters a minute, so that a
// tick is a film tick (1/960 s) and a frame is 40 of them.

#include <algorithm>
#include <array>
#include <vector>

#include "onereel/score/score.h"
#include "time_map.h"

namespace onereel::score {
namespace {

struct Event {
  Tick at = 0;
  int order = 0;  // at one tick: pedal up and note off before note on, pedal down last
  std::array<int, 3> bytes{};
};

Tick tick_of(Seconds time) {
  constexpr std::int64_t unit = Seconds::ticks_per_second / ticks_per_second;
  return (time.in_ticks() + unit / 2) / unit;
}

void append_number(std::string& text, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    text.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xffU));
  }
}

// Seven bits a byte, the upper bit on all but the last.
void append_delta(std::string& text, Tick delta) {
  std::array<char, 10> bytes{};
  std::size_t count = 0;
  auto rest = static_cast<std::uint64_t>(std::max<Tick>(0, delta));
  do {
    bytes[count] = static_cast<char>((rest & 0x7fU) | (count > 0 ? 0x80U : 0U));
    rest >>= 7U;
    ++count;
  } while (rest > 0);
  for (std::size_t i = count; i-- > 0;) text.push_back(bytes[i]);
}

std::vector<Event> events_of(const Score& score) {
  std::vector<Event> events;
  for (const Note& note : score.notes) {
    const Tick on = tick_of(note.at);
    const Tick off = std::max(on + 1, tick_of(note.at + note.length));
    events.push_back({on, 3, {0x90 + note.channel, note.key, note.velocity}});
    events.push_back({off, 2, {0x80 + note.channel, note.key, 0}});
  }
  for (const Score::PedalChange& change : score.pedal_changes) {
    events.push_back({tick_of(change.at), change.down ? 4 : 1, {0xb0, 64, change.down ? 127 : 0}});
  }
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.at != b.at ? a.at < b.at : a.order < b.order;
  });
  return events;
}

}  // namespace

std::string to_midi(const Score& score) {
  std::string track;
  append_delta(track, 0);
  track += std::string("\xff\x51\x03\x07\xa1\x20", 6);  // 500 000 microseconds to the quarter
  append_delta(track, 0);
  track += std::string("\xc0\x00", 2);  // acoustic grand piano
  Tick last = 0;
  for (const Event& event : events_of(score)) {
    append_delta(track, event.at - last);
    last = event.at;
    for (const int byte : event.bytes) track.push_back(static_cast<char>(byte));
  }
  append_delta(track, tick_of(score.length) - last);
  track += std::string("\xff\x2f\x00", 3);

  std::string file = "MThd";
  append_number(file, 6, 4);
  append_number(file, 0, 2);    // format 0
  append_number(file, 1, 2);    // one track
  append_number(file, 480, 2);  // ticks to the quarter
  file += "MTrk";
  append_number(file, static_cast<std::uint32_t>(track.size()), 4);
  return file + track;
}

}  // namespace onereel::score
