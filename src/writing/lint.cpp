// What a film person would object to (docs/screenplay.md lists the rules).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "directing.h"
#include "onereel/base/text.h"
#include "onereel/writing/write.h"
#include "phrases.h"
#include "spread.h"

namespace onereel::writing {
namespace {

constexpr std::int64_t short_film_frames = 45 * 24;
constexpr int frames_a_second = 24;
constexpr int shot_frames_min = 36;
constexpr int shot_frames_max = 288;
constexpr int cards_min = 4;
constexpr int cards_max = 6;
constexpr std::size_t words_refused = 12;
constexpr double cards_share_max = 0.2;
constexpr std::int64_t whole_film_frames = 60 * frames_a_second;  // shorter ones are excused

using Findings = std::vector<LintFinding>;

class Linter {
 public:
  Linter(const Screenplay& screenplay, const ShotList& shots, const GagLibrary& library)
      : screenplay_(screenplay), shots_(shots), library_(library) {
    whole_film_ = length_of(shots).count >= whole_film_frames;
  }

  Findings findings() {
    shots_within_limits();
    cards();
    bug_three_times();
    irises();
    if (whole_film_) quiet_shot();
    gags_once_and_apart();
    evidence();
    opening_and_ending();
    act_lengths();
    return std::move(findings_);
  }

 private:
  void object(const char* rule, std::string where, std::string what) {
    findings_.push_back({rule, std::move(where), std::move(what)});
  }

  const Gag* gag_of(const Shot& shot) const {
    return shot.scene ? library_.find(shot.scene->id) : nullptr;
  }

  void shots_within_limits() {
    for (const Shot& shot : shots_.shots) {
      const auto frames = shot.length.count;
      if (frames >= shot_frames_min && frames <= shot_frames_max) continue;
      object("no shot under 1.5 s or over 12 s", "shot " + shot.id,
             fmt::format("it is {:.1f} s; change its seconds or those of its act",
                         static_cast<double>(frames) / frames_a_second));
    }
  }

  void cards() {
    int count = 0;
    std::int64_t frames = 0;
    std::set<std::string> first_words;
    for (const Shot& shot : shots_.shots) {
      if (!shot.card) continue;
      ++count;
      frames += shot.length.count;
      card(shot);
      const std::string first =
          shot.card->text.empty()
              ? ""
              : lower_ascii(shot.card->text.front().substr(0, shot.card->text.front().find(' ')));
      const bool talks = shot.card->kind == CardKind::expository;
      if (talks && !first_words.insert(first).second) {
        object("no two cards of one shape", "shot " + shot.id,
               fmt::format("another card begins with '{}' too; turn the sentence", first));
      }
    }
    if (!whole_film_) return;
    if (count < cards_min || count > cards_max) {
      object("four to six cards", "film",
             fmt::format("there are {}; {}", count,
                         count < cards_min ? "put one in" : "take one out"));
    }
    const double share = static_cast<double>(frames) / static_cast<double>(length_of(shots_).count);
    if (share > cards_share_max + 1e-9) {
      object("a fifth of the film at most is cards", "film",
             fmt::format("{:.1f} % is; shorten or take out a card", share * 100));
    }
  }

  void card(const Shot& shot) {
    const Card& card = *shot.card;
    for (const std::string& text : card.text) {
      if (card.kind == CardKind::title || word_count(text) < words_refused) continue;
      object("eight words, never twelve", "shot " + shot.id,
             fmt::format("'{}' has {}", text, word_count(text)));
    }
    const int needed = 2 * poses_at_least(reading_time(card));
    if (shot.length.count < needed) {
      object("a card stands as long as a slow reader needs", "shot " + shot.id,
             fmt::format("it stands {:.1f} s and needs {:.1f} s; give it more, or fewer words",
                         static_cast<double>(shot.length.count) / frames_a_second,
                         static_cast<double>(needed) / frames_a_second));
    }
  }

  void bug_three_times() {
    std::vector<std::string> parts;
    std::set<std::string> forms;
    for (const Shot& shot : shots_.shots) {
      if (!shot.scene || shot.scene->kind != SceneKind::running_gag) continue;
      parts.push_back(shot.scene->part);
      forms.insert(shot.scene->id);
    }
    const std::vector<std::string> wanted = {"plant", "worse", "button"};
    // The short film about an empty repository has time for its last appearance only.
    const bool short_film = length_of(shots_).count < short_film_frames && !parts.empty();
    if (parts != wanted && !short_film) {
      object("the running gag comes three times: plant, worse, button", "film",
             fmt::format("it comes as '{}'; put in what is missing, in this order",
                         fmt::join(parts, ", ")));
      return;
    }
    if (forms.size() != 1) {
      object("plant before payoff", "film", "the three shots of the Bug are of different forms");
    }
    const Shot& last = shots_.shots.back();
    if (!last.scene || last.scene->part != "button") {
      object("the running gag is the button", "shot " + last.id,
             "the film ends on something else; move the Bug's button to the end");
    }
  }

  // An iris tells that time passes: it opens a sequence or closes it, never between things that
  // happen at once.
  void irises() {
    for (const Act& act : screenplay_.acts) {
      const auto is_story = [](const Entry& e) {
        return e.scene && e.scene->kind != SceneKind::running_gag;
      };
      const auto first = std::find_if(act.entries.begin(), act.entries.end(), is_story);
      const auto last = std::find_if(act.entries.rbegin(), act.entries.rend(), is_story);
      for (const Entry& entry : act.entries) {
        if (!entry.scene) continue;
        const bool in_wrong = entry.scene->iris_in && &entry != &*first;
        const bool out_wrong = entry.scene->iris_out && &entry != &*last;
        if (in_wrong || out_wrong) {
          object("iris only where an act opens or closes", "act " + act.name,
                 fmt::format("{} has one in between; cut instead", entry.scene->id));
        }
      }
    }
  }

  void quiet_shot() {
    const bool there = std::any_of(shots_.shots.begin(), shots_.shots.end(), [&](const Shot& shot) {
      const Gag* gag = gag_of(shot);
      return gag != nullptr && (gag->role == "quiet" || gag->ends_quietly);
    });
    if (!there) {
      object("at least one quiet shot", "film",
             "nobody is quiet; end act IV on a quiet piece, or on a gag that ends quietly");
    }
  }

  void gags_once_and_apart() {
    std::set<std::string> seen;
    std::string family;
    for (const Shot& shot : shots_.shots) {
      if (!shot.scene || shot.scene->kind == SceneKind::running_gag) continue;
      if (shot.scene->kind != SceneKind::gag) family.clear();
      if (shot.scene->kind != SceneKind::gag) continue;
      const Gag* gag = gag_of(shot);
      if (!seen.insert(shot.scene->id).second) {
        object("no gag twice", "shot " + shot.id,
               fmt::format("'{}' has been seen; take another", shot.scene->id));
      }
      if (gag == nullptr) continue;
      if (gag->family == family) {
        object("never two gags of one family in a row", "shot " + shot.id,
               fmt::format("this and the one before are of the family '{}'; change the order",
                           family));
      }
      family = gag->family;
    }
  }

  void evidence() {
    for (const Shot& shot : shots_.shots) {
      if (!shot.scene || shot.scene->kind != SceneKind::gag) continue;
      const auto& lines = shot.scene->evidence;
      const bool whole = std::all_of(lines.begin(), lines.end(), [](const Evidence& e) {
        return !e.path.empty() && e.line >= 1;
      });
      if (lines.empty() || lines.size() > 3 || !whole) {
        object("each gag has one to three lines of evidence", "shot " + shot.id,
               fmt::format("'{}' has {}; say which path and line earned it", shot.scene->id,
                           lines.size()));
      }
    }
  }

  void opening_and_ending() {
    std::set<std::string> openings;
    const Gag* ending = nullptr;
    for (const Shot& shot : shots_.shots) {
      if (!shot.scene || shot.scene->kind != SceneKind::business) continue;
      const Gag* gag = gag_of(shot);
      if (gag == nullptr) continue;
      if (gag->role == "opening") openings.insert(gag->id);
      if (gag->role == "ending") ending = gag;
    }
    if (openings.empty() || ending == nullptr) {
      object("plant before payoff", "film", "an opening and its ending are wanted, both");
    } else if (openings.count(ending->answers) == 0) {
      object("plant before payoff", "film",
             fmt::format("'{}' answers '{}', which was not seen", ending->id, ending->answers));
    }
  }

  void act_lengths() {
    std::int64_t wanted = 0;
    for (const Act& act : screenplay_.acts) wanted += 2 * poses_in(act.length);
    if (wanted != length_of(shots_).count) {
      object("the acts add up to the film", "film", "direct the screenplay again");
    }
  }

  const Screenplay& screenplay_;
  const ShotList& shots_;
  const GagLibrary& library_;
  bool whole_film_ = true;
  Findings findings_;
};

}  // namespace

std::vector<LintFinding> lint(const Screenplay& screenplay, const ShotList& shots,
                              const GagLibrary& library) {
  return Linter(screenplay, shots, library).findings();
}

}  // namespace onereel::writing
