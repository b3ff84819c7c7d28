// Pitches -> Screenplay: five acts of fixed seconds.

#include "onereel/writing/write.h"

#include <fmt/format.h>

#include <algorithm>

#include "card_choice.h"
#include "casting.h"
#include "directing.h"
#include "frame_scenes.h"
#include "screenwriting.h"
#include "spread.h"

namespace onereel::writing {
namespace {

constexpr int cards_share = 5;  // at most one fifth of the film is cards
constexpr int film_poses = 90 * poses_a_second;
constexpr int empty_film_poses = 30 * poses_a_second;
constexpr int title_poses = 15 * poses_a_second;
constexpr int resolution_poses = 10 * poses_a_second;
constexpr int quarter_second = poses_a_second / 4;     // what reads well in a screenplay
constexpr int frame_act_off_max = 2 * poses_a_second;  // so much longer or shorter than usual
constexpr std::size_t offers_tried_max = 40;

Seconds seconds_of(int poses) {
  return Seconds::ticks(poses * (Seconds::ticks_per_second / poses_a_second));
}

Entry entry(Card card) {
  Entry made;
  made.card = std::move(card);
  return made;
}

Entry entry(Scene scene) {
  Entry made;
  made.scene = std::move(scene);
  return made;
}

class Writer {
 public:
  Writer(const Pitches& pitches, const GagLibrary& library, const Wordbook& words,
         Rehearsal& rehearsal, const Commission& commission, int cards_max)
      : pitches_(pitches),
        library_(library),
        rehearsal_(rehearsal),
        commission_(commission),
        cards_max_(cards_max),
        chooser_(pitches, words, commission.language),
        scenes_(pitches, library, words, rehearsal) {}

  Result<Screenplay> film() {
    begin();
    TRY(const FrameScenes::Pair pair, scenes_.opening_and_ending());
    bug_ = scenes_.bug();
    auto left_out = commission_.without_gags;
    left_out.push_back(pair.opening->id);
    TRY(const auto all, players(pitches_, library_, rehearsal_, left_out));
    Act first = title_and_myth(pair);
    Act last = resolution(pair);
    cards_left_ = film_poses / cards_share - card_poses(first) - card_poses(last);
    CastingRules rules;
    rules.seed = pitches_.seed;
    rules.card_poses_left = cards_left_;
    rules.cards_max = cards_max_;
    rules.poses = film_poses - poses_in(first.length) - poses_in(last.length);
    TRY(rules.worse, worse_piece());
    const auto casting = cast(all, rules);
    if (!casting) {
      return fix_input(fmt::format(
          "{} gags that are staged are earned by this repository, too few to fill the acts; stage "
          "more (docs/adding_a_gag.md), or leave fewer out (--without)",
          all.size()));
    }
    cards_to_come_ = casting->tools.cards + casting->attempt.cards + casting->breakfast.cards;
    play_.acts.push_back(std::move(first));
    middle("Tools", 2, casting->tools);
    middle("First Attempt", 3, casting->attempt);
    middle("Breakfast", 4, casting->breakfast);
    play_.acts.push_back(std::move(last));
    return std::move(play_);
  }

  // Thirty seconds about a repository in which there is nothing yet.
  Result<Screenplay> empty_film() {
    begin();
    TRY(const FrameScenes::Pair pair, scenes_.opening_and_ending());
    bug_ = scenes_.bug();
    Act first{"Title & Myth", seconds_of(empty_film_poses / 2), {}};
    first.entries = {entry(chooser_.title_card()), entry(chooser_.nothing_there_card()),
                     entry(with_iris(scenes_.business(*pair.opening), true, true))};
    settle_length(first, empty_film_poses / 2, 1);
    const Seconds rest = seconds_of(empty_film_poses - poses_in(first.length));
    play_.acts.push_back(std::move(first));
    // As much of the Bug as there is time for; its last appearance first of all.
    Act last;
    for (const std::vector<const char*>& parts :
         {std::vector{"plant", "worse"}, std::vector{"plant"}, std::vector<const char*>{}}) {
      last = to_be_continued(pair, parts, rest);
      if (card_poses_of(last, library_, rehearsal_)) break;
    }
    play_.acts.push_back(std::move(last));
    return std::move(play_);
  }

 private:
  static Scene with_iris(Scene scene, bool in, bool out) {
    scene.iris_in = in;
    scene.iris_out = out;
    return scene;
  }

  Act to_be_continued(const FrameScenes::Pair& pair, const std::vector<const char*>& parts,
                      Seconds length) {
    Act act{"To Be Continued", length, {}};
    for (const char* part : parts) {
      if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, part)));
    }
    act.entries.push_back(entry(with_iris(scenes_.business(*pair.ending), true, true)));
    Card end = chooser_.end_card();
    end.text = {commission_.language == "de" ? "Fortsetzung folgt" : "To Be Continued"};
    act.entries.push_back(entry(std::move(end)));
    if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, "button")));
    return act;
  }

  void begin() {
    play_.project = pitches_.project.name.text;
    play_.title = pitches_.title;
    play_.kind = pitches_.kind;
    play_.errand = pitches_.errand;
    play_.language = commission_.language;
    play_.seed = pitches_.seed;
  }

  // Of an act that cannot be directed the cards' reading time; direct() says what is wrong with it.
  int card_poses(const Act& act) {
    if (const auto poses = card_poses_of(act, library_, rehearsal_)) return *poses;
    int poses = 0;
    for (const Entry& entry : act.entries) {
      if (entry.card) poses += poses_at_least(reading_time(*entry.card));
    }
    return poses;
  }

  Result<Piece> worse_piece() {
    if (bug_ == nullptr) return Piece{};
    TRY(const auto lengths, rehearsal_.lengths(bug_->sheets.at("worse")));
    return scene_piece(lengths, {});
  }

  // The Bug first: what the audience knows and nobody on the stage. Then the promise, and at once
  // the hero, who waves it away.
  Act title_and_myth(const FrameScenes::Pair& pair) {
    Act act{"Title & Myth", Seconds::whole(15), {}};
    act.entries.push_back(entry(chooser_.title_card()));
    if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, "plant")));
    act.entries.push_back(entry(chooser_.dialogue_card()));
    act.entries.push_back(entry(with_iris(scenes_.business(*pair.opening), true, true)));
    if (!settle_length(act, title_poses)) {
      // A long tagline takes time that the opening needs.
      act.entries.front().card->text.resize(1);
      settle_length(act, title_poses);
    }
    return act;
  }

  // The length nearest to the usual to which the entries can be brought. False, and the act as it
  // was: there is none; direct() says what is wrong with it.
  bool settle_length(Act& act, int usual, int step = quarter_second) {
    const Seconds before = act.length;
    for (int by = 0; by <= 2 * frame_act_off_max / step; ++by) {
      const int longer = by % 2 == 0 ? -by / 2 : (by + 1) / 2;
      act.length = seconds_of(usual + longer * step);
      if (card_poses_of(act, library_, rehearsal_)) return true;
    }
    act.length = before;
    return false;
  }

  void middle(const char* name, int number, const MiddleAct& cast) {
    const Seconds length = seconds_of(cast.poses);
    std::vector<const Gag*> gags;
    for (const Player* player : cast.players) gags.push_back(player->gag);
    Act act{name, length, {}};
    std::vector<PlacedCard> cards;
    for (int k = 0; k < cast.cards; ++k) {
      add_card(number, gags, cast, length, cards);
    }
    act.entries = entries_of(number, cast, cards);
    for (const Gag* gag : gags) played_.push_back(gag->id);
    cards_left_ -= card_poses(act);
    cards_to_come_ -= static_cast<int>(cards.size());
    play_.acts.push_back(std::move(act));
  }

  // The best card with which the act still comes out to its seconds.
  void add_card(int number, const std::vector<const Gag*>& gags, const MiddleAct& cast,
                Seconds length, std::vector<PlacedCard>& cards) {
    auto offers = chooser_.offers(number, gags, played_);
    if (offers.size() > offers_tried_max) offers.resize(offers_tried_max);
    for (const PlacedCard& offer : offers) {
      // Two cards in a row are read as one, and too long.
      const bool beside = std::any_of(cards.begin(), cards.end(), [&](const PlacedCard& other) {
        return other.before == offer.before;
      });
      if (beside) continue;
      auto with = cards;
      with.push_back(offer);
      const bool last = static_cast<int>(with.size()) == cast.cards;
      if (last && !affordable({"", length, entries_of(number, cast, with)})) continue;
      cards = std::move(with);
      chooser_.take(offer);
      return;
    }
  }

  // Does the act come out to its seconds, and do its cards leave time for those still to come?
  bool affordable(const Act& act) {
    const auto poses = card_poses_of(act, library_, rehearsal_);
    if (!poses) return false;
    const auto here = std::count_if(act.entries.begin(), act.entries.end(),
                                    [](const Entry& entry) { return entry.card.has_value(); });
    const int later = cards_to_come_ - static_cast<int>(here);
    return *poses + later * usual_card_poses <= cards_left_;
  }

  std::vector<Entry> entries_of(int number, const MiddleAct& cast,
                                const std::vector<PlacedCard>& cards) const {
    std::vector<Entry> entries;
    const std::size_t many = cast.players.size();
    for (std::size_t k = 0; k <= many; ++k) {
      for (const PlacedCard& card : cards) {
        if (card.before == k) entries.push_back(entry(card.card));
      }
      if (k == many) break;
      const Player& player = *cast.players[k];
      Scene scene = scenes_.played(*player.gag, player.pitch);
      entries.push_back(entry(with_iris(std::move(scene), k == 0, k + 1 == many)));
      const bool bug_here = number == 3 && k == 0 && bug_ != nullptr;
      if (bug_here) entries.push_back(entry(scenes_.bug_scene(*bug_, "worse")));
    }
    return entries;
  }

  Act resolution(const FrameScenes::Pair& pair) {
    Act act{"Resolution", Seconds::whole(10), {}};
    act.entries.push_back(entry(with_iris(scenes_.business(*pair.ending), true, true)));
    act.entries.push_back(entry(chooser_.end_card()));
    if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, "button")));
    settle_length(act, resolution_poses);
    return act;
  }

  const Pitches& pitches_;
  const GagLibrary& library_;
  Rehearsal& rehearsal_;
  const Commission& commission_;
  int cards_max_;
  CardChooser chooser_;
  FrameScenes scenes_;
  const Gag* bug_ = nullptr;
  std::vector<std::string> played_;
  int cards_left_ = 0;  ///< poses that cards may still take
  int cards_to_come_ = 0;
  Screenplay play_;
};

}  // namespace

Result<Screenplay> write_with(const Pitches& pitches, const GagLibrary& library,
                              const Wordbook& words, Rehearsal& rehearsal,
                              const Commission& commission) {
  constexpr int most_cards = 3;
  if (pitches.empty_repository) {
    return Writer(pitches, library, words, rehearsal, commission, most_cards).empty_film();
  }
  // There may be fewer cards to say than were planned for, or longer ones: then fewer are planned.
  for (int cards = most_cards; cards > 0; --cards) {
    Writer writer(pitches, library, words, rehearsal, commission, cards);
    TRY(Screenplay play, writer.film());
    if (direct_with(play, library, rehearsal)) return play;
  }
  return Writer(pitches, library, words, rehearsal, commission, 0).film();
}

Result<Screenplay> write(const Pitches& pitches, const GagLibrary& library, drawing::ArtKit& kit,
                         const std::string& data_folder, const Commission& commission) {
  TRY(const Wordbook words, Wordbook::open(data_folder));
  StagedRehearsal rehearsal(kit);
  return write_with(pitches, library, words, rehearsal, commission);
}

}  // namespace onereel::writing
