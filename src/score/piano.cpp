// The edge to FluidSynth: events at sample positions in, samples out. No audio driver, no threads.

#include <fluidsynth.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "onereel/score/score.h"

namespace onereel::score {
namespace {

constexpr std::int64_t ticks_per_sample = Seconds::ticks_per_second / media::sample_rate;
// A hammer needs 4 to 10 ms to be heard: the piano starts this much early, so that the ear is on
// time.
constexpr std::int64_t early_samples = 6 * media::sample_rate / 1000;
constexpr std::size_t fade_samples = 100 * media::sample_rate / 1000;
constexpr double target_lufs = -14;
// A decibel is the limit of the finished film; AAC adds a little to what it is given.
constexpr double peak_max_dbtp = -2.2;
constexpr int polyphony = 256;

constexpr std::array<const char*, 3> font_places{
    "/usr/share/sounds/sf3/FluidR3Mono_GM.sf3", "/usr/share/sounds/sf2/FluidR3Mono_GM.sf3",
    "/usr/share/fluidr3mono-gm-soundfont/FluidR3Mono_GM.sf3"};

struct CloseSettings {
  void operator()(fluid_settings_t* settings) const { delete_fluid_settings(settings); }
};
struct CloseSynth {
  void operator()(fluid_synth_t* synth) const { delete_fluid_synth(synth); }
};

struct KeyEvent {
  std::int64_t at = 0;  // sample
  int order = 0;        // at one sample: pedal up, note off, note on, pedal down
  int channel = 0;
  int key = 0;
  int value = 0;
};

std::int64_t sample_of(Seconds time) {
  return std::max<std::int64_t>(0, time.in_ticks() / ticks_per_sample - early_samples);
}

std::vector<KeyEvent> events_of(const Score& score) {
  std::vector<KeyEvent> events;
  for (const Note& note : score.notes) {
    const std::int64_t on = sample_of(note.at);
    const std::int64_t off = std::max(on + 64, sample_of(note.at + note.length));
    events.push_back({on, 2, note.channel, note.key, note.velocity});
    events.push_back({off, 1, note.channel, note.key, 0});
  }
  for (const Score::PedalChange& change : score.pedal_changes) {
    events.push_back({sample_of(change.at), change.down ? 3 : 0, 0, 0, change.down ? 127 : 0});
  }
  std::stable_sort(events.begin(), events.end(), [](const KeyEvent& a, const KeyEvent& b) {
    return a.at != b.at ? a.at < b.at : a.order < b.order;
  });
  return events;
}

class Piano {
 public:
  static Result<Piano> open() {
    // The library writes to stderr of its own accord; what matters comes back as a value.
    for (const int level : {FLUID_PANIC, FLUID_ERR, FLUID_WARN, FLUID_INFO, FLUID_DBG}) {
      fluid_set_log_function(level, nullptr, nullptr);
    }
    Piano piano;
    piano.settings_.reset(new_fluid_settings());
    fluid_settings_t* settings = piano.settings_.get();
    fluid_settings_setnum(settings, "synth.sample-rate", media::sample_rate);
    fluid_settings_setnum(settings, "synth.gain", 0.7);
    fluid_settings_setint(settings, "synth.polyphony", polyphony);
    fluid_settings_setint(settings, "synth.cpu-cores", 1);
    fluid_settings_setint(settings, "synth.dynamic-sample-loading", 1);
    fluid_settings_setint(settings, "synth.chorus.active", 0);
    fluid_settings_setint(settings, "synth.reverb.active", 1);
    fluid_settings_setnum(settings, "synth.reverb.room-size", 0.35);
    fluid_settings_setnum(settings, "synth.reverb.level", 0.25);
    piano.synth_.reset(new_fluid_synth(settings));
    if (!piano.synth_) return Error{Remedy::give_up, "perform: FluidSynth does not start"};
    TRY_DO(piano.load_font());
    return piano;
  }

  void take(const KeyEvent& event) {
    fluid_synth_t* synth = synth_.get();
    if (event.order == 0 || event.order == 3) {
      fluid_synth_cc(synth, 0, 64, event.value);
    } else if (event.order == 1) {
      fluid_synth_noteoff(synth, event.channel, event.key);
    } else {
      fluid_synth_noteon(synth, event.channel, event.key, event.value);
    }
  }

  void play(media::Sound& sound, std::int64_t from, std::int64_t to) {
    if (to <= from) return;
    fluid_synth_write_float(synth_.get(), static_cast<int>(to - from), sound.left.data() + from, 0,
                            1, sound.right.data() + from, 0, 1);
  }

 private:
  Piano() = default;

  Result<> load_font() {
    for (const char* place : font_places) {
      std::error_code failed;
      if (!std::filesystem::exists(place, failed)) continue;
      if (fluid_synth_sfload(synth_.get(), place, 1) == FLUID_FAILED) {
        return Error{Remedy::give_up,
                     fmt::format("perform: the sound font {} cannot be read", place)};
      }
      fluid_synth_program_change(synth_.get(), 0, 0);
      return {};
    }
    return Error{Remedy::give_up,
                 "perform: no sound font FluidR3Mono_GM.sf3; install the Debian package "
                 "fluidr3mono-gm-soundfont"};
  }

  std::unique_ptr<fluid_settings_t, CloseSettings> settings_;
  std::unique_ptr<fluid_synth_t, CloseSynth> synth_;  // goes before its settings
};

void fade_out(std::vector<float>& channel) {
  const std::size_t length = std::min(fade_samples, channel.size());
  for (std::size_t n = 0; n < length; ++n) {
    channel[channel.size() - 1 - n] *= static_cast<float>(n) / static_cast<float>(length);
  }
}

}  // namespace

Result<media::Sound> perform(const Score& score) {
  TRY(Piano piano, Piano::open());
  const std::int64_t samples = score.length.in_ticks() / ticks_per_sample;
  media::Sound sound;
  sound.left.resize(static_cast<std::size_t>(samples));
  sound.right.resize(static_cast<std::size_t>(samples));
  std::int64_t at = 0;
  for (const KeyEvent& event : events_of(score)) {
    const std::int64_t next = std::min(event.at, samples);
    piano.play(sound, at, next);
    at = std::max(at, next);
    piano.take(event);
  }
  piano.play(sound, at, samples);
  fade_out(sound.left);
  fade_out(sound.right);
  media::bring_to_loudness(sound, target_lufs, peak_max_dbtp);
  return sound;
}

}  // namespace onereel::score
