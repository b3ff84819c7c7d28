#include "playing.h"

#include <algorithm>
#include <map>

#include "exact_math.h"
#include "onereel/base/dice.h"

namespace onereel::score {
namespace {

constexpr Tick swell_span = 1'056;  // 1.1 s before an accent
constexpr double swell_size = 9;
constexpr double jitter_ticks = 7 * 0.96;  // 7 ms to either side at most
constexpr Tick stump = 86;                 // a note cut shorter than 90 ms is left out
constexpr Tick shortest = 19;              // 20 ms
constexpr Tick before_cut = 4;             // everything is off just before the cut
constexpr Tick chord_roll = 4;             // a chord of three and more, from the bottom, a note
constexpr Tick slow_roll = 23;             // a rolled chord in all
constexpr Tick string_gap = 12;            // a key must come up before it is struck again
constexpr Tick same_stroke = 29;           // the same key within 30 ms is one stroke
constexpr Tick last_breath = 240;          // the film's last chord dies away by itself
constexpr int woodblock_key = 76;
constexpr int woodblock_velocity = 96;
constexpr Tick woodblock_length = 58;

Tick cut_at_window(const std::vector<Window>& windows, Tick from, Tick end) {
  for (const Window& window : windows) {
    if (from < window.from && window.from < end) end = window.from;
  }
  return end;
}

// Plays one section's hands.
class Performer {
 public:
  Performer(const Film& film, std::size_t index, const std::vector<Window>& windows, Played& played)
      : section_(film.sections[index]),
        index_(index),
        windows_(windows),
        played_(played),
        seed_(mix(film.seed ^ hash_text(section_.shot))) {}

  void play(const Hand& hand, bool left) {
    for (const HandEvent& event : hand) play_event(event, left);
  }

  void play_stingers() {
    const int tonic = section_.key.tonic;
    const int base = tonic == 0 ? 60 : 48 + tonic;
    for (std::size_t i = 0; i < windows_.size(); ++i) {
      const Window& window = windows_[i];
      const Tick start = window.impact - window.stinger->impact;
      Tick stop = section_.cut - before_cut;
      if (i + 1 < windows_.size()) {
        stop = std::min(stop, std::max(windows_[i + 1].from, window.impact + 48));
      }
      const bool rings =
          section_.last && i + 1 == windows_.size() && window.stinger->name == "button";
      for (const StingerNote& note : window.stinger->notes) {
        const Tick at = start + note.at;
        const Tick ringing = std::max(at + note.length, section_.cut - last_breath);
        const Tick end = std::min(rings ? ringing : at + note.length, stop);
        if (at < section_.start || end - at <= 9) continue;
        const bool third = section_.key.minor && pitch_class(note.offset) == 4 && !rings;
        add({at, end, std::clamp(base + note.offset - (third ? 1 : 0), 21, 108), note.velocity,
             note.left, false, Kind::stinger, index_, 0});
      }
      for (const int tick : window.stinger->woodblock) {
        const Tick at = start + tick;
        if (at < section_.start || at >= section_.cut) continue;
        add({at, std::min(at + woodblock_length, section_.cut), woodblock_key, woodblock_velocity,
             false, true, Kind::stinger, index_, 0});
      }
    }
  }

  void press_pedal(Pedal pedal) {
    if (pedal == Pedal::none) return;
    std::vector<int> changes;
    for (const ChordAt& chord : section_.chords) {
      if (pedal == Pedal::by_chord || chord.at % section_.bar_pulses() == 0)
        changes.push_back(chord.at);
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const bool last = i + 1 == changes.size();
      const Tick from = section_.time.at(changes[i]);
      const Tick next = last ? section_.music_end : section_.time.at(changes[i + 1]);
      const Tick to = cut_at_window(windows_, from, next) - (last && !section_.last ? 29 : 10);
      if (!is_free(windows_, from) || to - from < 60) continue;
      played_.pedal.push_back({from + 19, true});
      played_.pedal.push_back({to, false});
    }
  }

 private:
  void add(PlayedNote note) { played_.notes.push_back(note); }

  double chance(const HandEvent& event, bool left, std::uint64_t salt) const {
    return fraction_of(
        mix(seed_ ^ mix(static_cast<std::uint64_t>(event.at) * 64 + salt * 2 + (left ? 1U : 0U))));
  }

  void play_event(const HandEvent& event, bool left) {
    Tick at = section_.time.at(event.at);
    Tick end =
        section_.time.at(std::min(section_.end_pulse(), event.at + std::max(event.length, 30)));
    if (event.kind == Kind::grace) {
      const Tick early = ticks_of_ms(event.early_ms);
      end = at + early / 10;
      at -= early;
    }
    if (!is_free(windows_, at) || at < section_.start) return;
    const Tick cut = cut_at_window(windows_, at, end);
    if (cut < end && cut - at < stump) return;
    end = std::min(cut, section_.cut - before_cut);
    if (end - at < shortest) return;
    const Tick late =
        event.at == 0 ? 0
                      : static_cast<Tick>(rounded(
                            (chance(event, left, 0) + chance(event, left, 1) - 1) * jitter_ticks));
    for (std::size_t z = 0; z < event.keys.size(); ++z) {
      const Tick start = std::max(section_.start, at + late - roll(event, z));
      add({start, std::max(end + late / 2, start + shortest), event.keys[z],
           velocity(event, left, z, at), left, false, event.kind, index_, event.at});
    }
  }

  // How much before the top note the note `z` from the bottom starts.
  static Tick roll(const HandEvent& event, std::size_t z) {
    const auto above = static_cast<Tick>(event.keys.size() - 1 - z);
    if (event.at == 0 || above == 0) return 0;
    if (event.rolled) return above * slow_roll / static_cast<Tick>(event.keys.size() - 1);
    return above * (event.keys.size() > 2 ? chord_roll : 1);
  }

  int velocity(const HandEvent& event, bool left, std::size_t z, Tick at) const {
    double value = event.velocity + swell_before(at) + (chance(event, left, 2 + z) - 0.5) * 7;
    if (!left && z + 1 < event.keys.size()) value -= 9;
    return static_cast<int>(std::clamp(value, 22.0, 122.0));
  }

  // The music swells, or sinks, towards an accent.
  double swell_before(Tick at) const {
    for (const Window& window : windows_) {
      const Tick ahead = window.impact - at;
      if (ahead <= 0 || ahead >= swell_span) continue;
      const double size = 1 - static_cast<double>(ahead) / static_cast<double>(swell_span);
      return size * (window.stinger->soft ? -swell_size : swell_size);
    }
    return 0;
  }

  const Section& section_;
  std::size_t index_;
  const std::vector<Window>& windows_;
  Played& played_;
  std::uint64_t seed_;
};

// A string that is struck again ends its note first; two strokes at once are one.
void mend_strings(std::vector<PlayedNote>& notes) {
  std::stable_sort(notes.begin(), notes.end(), [](const PlayedNote& a, const PlayedNote& b) {
    return a.at != b.at ? a.at < b.at : a.key < b.key;
  });
  std::map<int, std::size_t> sounding;  // key -> index in kept
  std::vector<PlayedNote> kept;
  for (const PlayedNote& note : notes) {
    const auto before = sounding.find(note.key);
    if (!note.woodblock && before != sounding.end()) {
      PlayedNote& old = kept[before->second];
      if (old.end > note.at - string_gap && note.at - old.at <= same_stroke) {
        old.velocity = std::max(old.velocity, note.velocity);
        old.end = std::max(old.end, note.end);
        if (note.kind == Kind::stinger) old.kind = Kind::stinger;
        continue;
      }
      old.end = std::min(old.end, note.at - string_gap);
    }
    if (!note.woodblock) sounding[note.key] = kept.size();
    kept.push_back(note);
  }
  notes = std::move(kept);
}

}  // namespace

Result<Film> plan(const ShotList& shots, const Library& library) {
  TRY(Film film, ask(shots, library));
  cast_themes(film, library);
  choose_keys(film, library);
  plan_tempo(film, library);
  choose_material(film);
  choose_dressings(film, library);
  write_lines(film, library);
  return film;
}

Played play(const Film& film, const Library& library) {
  Played played;
  HandMemory memory;
  std::map<std::string, std::size_t> turns;
  for (std::size_t i = 0; i < film.sections.size(); ++i) {
    const Section& section = film.sections[i];
    const Section* next = i + 1 < film.sections.size() ? &film.sections[i + 1] : nullptr;
    const Mood& mood = library.mood(section.manner);
    const auto windows = windows_of(section, library, turns, film.seed);
    Hand right = right_hand(section, mood, film.seed);
    Hand left = left_hand(section, next, mood, right, memory);
    rescue_tonic(section, mood, windows, right, left, memory);
    silence(section, windows, right);
    silence(section, windows, left);
    mend_parallels(section, right, left);
    mend_spans(right, left);
    Performer performer(film, i, windows, played);
    performer.play(right, false);
    performer.play(left, true);
    performer.play_stingers();
    performer.press_pedal(mood.pedal);
    played.windows.push_back(windows);
  }
  mend_strings(played.notes);
  return played;
}

}  // namespace onereel::score
