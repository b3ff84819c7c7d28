#include "timing.h"

#include <algorithm>
#include <cmath>

#include "gait.h"
#include "places.h"

namespace onereel::blocking {
namespace {

constexpr int poses_max = 2400;

class Clock {
 public:
  Clock(const Sheet& sheet, std::map<std::string, double> known,
        const std::map<std::string, double>& leg_scales, int units_kept)
      : sheet_(sheet), known_(std::move(known)), leg_scales_(leg_scales), kept_(units_kept) {}

  Result<Timing> run() {
    for (const Cue& cue : sheet_.cues) {
      TRY(const CueSpan span, time(cue));
      timing_.spans.push_back(span);
      if (!cue.id.empty()) timing_.by_id[cue.id] = span;
      timing_.poses = std::max(timing_.poses, span.end);
    }
    if (const Document* end = sheet_.written->find("end")) {
      TRY(const Moment moment, read_moment(*end));
      TRY(timing_.poses, instant(moment, *end));
    }
    if (timing_.poses < 1 || timing_.poses > poses_max) {
      return at_line(*sheet_.written, "the cues last " + std::to_string(timing_.poses) +
                                          " poses; 1 to " + std::to_string(poses_max) +
                                          " can be played");
    }
    return std::move(timing_);
  }

 private:
  bool plays(const Cue& cue) const {
    if (cue.optional_unit.empty() || kept_ < 0) return true;
    const auto& units = sheet_.optional_units;
    const auto unit = std::find(units.begin(), units.end(), cue.optional_unit);
    return unit - units.begin() < kept_;
  }

  Result<int> instant(const Moment& moment, const Document& written) const {
    if (moment.from == Moment::From::film) return moment.plus;
    const auto found = timing_.by_id.find(moment.cue);
    if (found == timing_.by_id.end()) {
      return at_line(written, "no cue has the id '" + moment.cue + "'");
    }
    const CueSpan& span = found->second;
    switch (moment.from) {
      case Moment::From::start:
        return span.start + moment.plus;
      case Moment::From::end:
        return span.end + moment.plus;
      default:
        return span.hit + moment.plus;
    }
  }

  Result<int> start_of(const Cue& cue) const {
    if (const Document* at = cue.written->find("at")) {
      TRY(const Moment moment, read_moment(*at));
      return instant(moment, *at);
    }
    int start = 0;
    for (const std::string& who : cue.who) {
      const auto last = settled_.find(who);
      if (last != settled_.end()) start = std::max(start, last->second);
    }
    return start;
  }

  /// How many poses a walk takes: whole steps, the last one onto the mark.
  int walk_length(const Cue& cue) const {
    const Gait* gait = gait_named(cue.text("style", "walk"));
    if (gait == nullptr) return 0;
    const int pace = std::clamp(static_cast<int>(cue.number("pace", gait->poses_a_step)), 2, 60);
    int longest = 0;
    for (const std::string& who : cue.who) {
      const auto from = known_.find(who);
      const Document* to = cue.written->find("to");
      const auto target = to == nullptr ? std::nullopt : static_x(*to, known_);
      const double way = from != known_.end() && target ? *target - from->second : 300;
      const auto leg = leg_scales_.find(who);
      const double scale = leg == leg_scales_.end() ? 1 : leg->second;
      longest = std::max(longest, poses_for(steps_for(*gait, way, scale), pace));
    }
    return longest;
  }

  CueSpan lengths(const Cue& cue) const {
    CueSpan span;
    const auto own = sheet_.moves.find(cue.move);
    if (own != sheet_.moves.end()) {
      span.anticipation = own->second.anticipation;
      span.action = own->second.action;
      span.settle = own->second.settle;
    } else if (const Move* move = move_named(cue.move)) {
      span.anticipation = move->anticipation;
      span.action = move->action;
      span.settle = move->settle;
    }
    if (cue.move == "go") {
      span.action = walk_length(cue);
      const auto leg = leg_scales_.find(cue.who.front());
      if (leg == leg_scales_.end() || leg->second <= 0) span.anticipation = 0;
    }
    const int times = std::max(1, static_cast<int>(cue.number("times", 1)));
    if (cue.has("times")) span.action *= times;
    if (cue.has("for")) span.action = static_cast<int>(cue.number("for", 0));
    if (cue.has("lead") && cue.move != "pose" && own == sheet_.moves.end()) {
      span.anticipation = std::max(0, static_cast<int>(cue.number("lead", 0)));
    }
    if (cue.has("settle")) span.settle = static_cast<int>(cue.number("settle", 0));
    span.hold = static_cast<int>(cue.number("hold", 0));
    return span;
  }

  Result<CueSpan> time(const Cue& cue) {
    TRY(const int start, start_of(cue));
    if (!plays(cue)) {
      // Left out, a cue is an instant: what hangs on it comes earlier by its whole length.
      CueSpan nothing;
      nothing.start = nothing.hit = nothing.end = start;
      nothing.played = false;
      return nothing;
    }
    CueSpan span = lengths(cue);
    span.start = start;
    span.hit = start + span.anticipation + span.action;
    span.end = span.hit + span.hold + span.settle;
    if (std::abs(start) > poses_max || span.end > poses_max) {
      return at_line(*cue.written, "this cue would play at pose " + std::to_string(span.end) +
                                       "; no shot is longer than " + std::to_string(poses_max));
    }
    remember(cue, span);
    return span;
  }

  void remember(const Cue& cue, const CueSpan& span) {
    const Document* to = cue.written->find("to");
    for (const std::string& who : cue.who) {
      int& last = settled_.try_emplace(who, span.end).first->second;
      last = std::max(last, span.end);
      static const std::vector<std::string_view> movers{"go",    "jump", "hop",   "fly",
                                                        "slide", "move", "climb", "place"};
      if (to == nullptr || std::find(movers.begin(), movers.end(), cue.move) == movers.end()) {
        continue;
      }
      if (const auto x = static_x(*to, known_)) known_[who] = *x;
    }
  }

  const Sheet& sheet_;
  std::map<std::string, double> known_;
  const std::map<std::string, double>& leg_scales_;
  int kept_;
  std::map<std::string, int> settled_;
  Timing timing_;
};

}  // namespace

Result<Timing> time_cues(const Sheet& sheet, const std::map<std::string, double>& starting_x,
                         const std::map<std::string, double>& leg_scales, int units_kept) {
  return Clock(sheet, starting_x, leg_scales, units_kept).run();
}

}  // namespace onereel::blocking
