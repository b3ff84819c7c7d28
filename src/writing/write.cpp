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
constexpr std::size_t offers_tried_max = 40;

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
         Rehearsal& rehearsal, const Commission& commission)
      : pitches_(pitches),
        library_(library),
        rehearsal_(rehearsal),
        commission_(commission),
        chooser_(pitches, words, commission.language),
        scenes_(pitches, library, words, rehearsal) {}

  Result<Screenplay> film() {
    begin();
    TRY(const FrameScenes::Pair pair, scenes_.opening_and_ending());
    bug_ = scenes_.bug();
    auto left_out = commission_.without_gags;
    left_out.push_back(pair.opening->id);
    TRY(const auto all, players(pitches_, library_, rehearsal_, left_out));
    CastingRules rules;
    rules.seed = pitches_.seed;
    rules.card_poses_left = film_poses / cards_share - fixed_card_poses();
    TRY(rules.worse, worse_piece());
    const auto casting = cast(all, rules);
    if (!casting) {
      return fix_input(fmt::format(
          "{} gags that are staged are earned by this repository, too few to fill the acts; stage "
          "more (docs/adding_a_gag.md), or leave fewer out (--without)",
          all.size()));
    }
    title_and_myth(pair);
    middle("Tools", 2, casting->tools, Seconds::whole(25));
    middle("First Attempt", 3, casting->attempt, Seconds::whole(20));
    middle("Breakfast", 4, casting->breakfast, Seconds::whole(20));
    resolution(pair);
    return std::move(play_);
  }

  // Thirty seconds about a repository in which there is nothing yet.
  Result<Screenplay> empty_film() {
    begin();
    TRY(const FrameScenes::Pair pair, scenes_.opening_and_ending());
    bug_ = scenes_.bug();
    Act first{"Title & Myth", Seconds::milliseconds(14'500), {}};
    first.entries = {entry(chooser_.title_card()), entry(chooser_.nothing_there_card()),
                     entry(with_iris(scenes_.business(*pair.opening), true, true))};
    play_.acts.push_back(std::move(first));
    Act last{"To Be Continued", Seconds::milliseconds(15'500), {}};
    if (bug_ != nullptr) {
      last.entries.push_back(entry(scenes_.bug_scene(*bug_, "plant")));
      last.entries.push_back(entry(scenes_.bug_scene(*bug_, "worse")));
    }
    last.entries.push_back(entry(with_iris(scenes_.business(*pair.ending), true, true)));
    Card end = chooser_.end_card();
    end.text = {commission_.language == "de" ? "Fortsetzung folgt" : "To Be Continued"};
    last.entries.push_back(entry(std::move(end)));
    if (bug_ != nullptr) last.entries.push_back(entry(scenes_.bug_scene(*bug_, "button")));
    play_.acts.push_back(std::move(last));
    return std::move(play_);
  }

 private:
  static Scene with_iris(Scene scene, bool in, bool out) {
    scene.iris_in = in;
    scene.iris_out = out;
    return scene;
  }

  void begin() {
    play_.project = pitches_.project.name.text;
    play_.title = pitches_.title;
    play_.kind = pitches_.kind;
    play_.errand = pitches_.errand;
    play_.language = commission_.language;
    play_.seed = pitches_.seed;
  }

  int fixed_card_poses() const {
    return poses_at_least(reading_time(chooser_.title_card())) +
           poses_at_least(reading_time(chooser_.dialogue_card())) +
           poses_at_least(reading_time(chooser_.end_card()));
  }

  Result<Piece> worse_piece() {
    if (bug_ == nullptr) return Piece{};
    TRY(const auto lengths, rehearsal_.lengths(bug_->sheets.at("worse")));
    return scene_piece(lengths, {});
  }

  // The Bug first: what the audience knows and nobody on the stage. Then the promise, and at once
  // the hero, who waves it away.
  void title_and_myth(const FrameScenes::Pair& pair) {
    Act act{"Title & Myth", Seconds::whole(15), {}};
    act.entries.push_back(entry(chooser_.title_card()));
    if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, "plant")));
    act.entries.push_back(entry(chooser_.dialogue_card()));
    act.entries.push_back(entry(with_iris(scenes_.business(*pair.opening), true, true)));
    // A long tagline takes time that the opening needs.
    if (!fits_in(act)) act.entries.front().card->text.resize(1);
    play_.acts.push_back(std::move(act));
  }

  bool fits_in(const Act& act) { return act_fits(act, library_, rehearsal_); }

  void middle(const char* name, int number, const MiddleAct& cast, Seconds length) {
    std::vector<const Gag*> gags;
    for (const Player* player : cast.players) gags.push_back(player->gag);
    Act act{name, length, {}};
    std::vector<PlacedCard> cards;
    for (int k = 0; k < cast.cards; ++k) {
      add_card(number, gags, cast, length, cards);
    }
    act.entries = entries_of(number, cast, cards);
    for (const Gag* gag : gags) played_.push_back(gag->id);
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
      Act tried{"", length, entries_of(number, cast, with)};
      if (last && !fits_in(tried)) continue;
      cards = std::move(with);
      chooser_.take(offer);
      return;
    }
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

  void resolution(const FrameScenes::Pair& pair) {
    Act act{"Resolution", Seconds::whole(10), {}};
    act.entries.push_back(entry(with_iris(scenes_.business(*pair.ending), true, true)));
    act.entries.push_back(entry(chooser_.end_card()));
    if (bug_ != nullptr) act.entries.push_back(entry(scenes_.bug_scene(*bug_, "button")));
    play_.acts.push_back(std::move(act));
  }

  const Pitches& pitches_;
  const GagLibrary& library_;
  Rehearsal& rehearsal_;
  const Commission& commission_;
  CardChooser chooser_;
  FrameScenes scenes_;
  const Gag* bug_ = nullptr;
  std::vector<std::string> played_;
  Screenplay play_;
};

}  // namespace

Result<Screenplay> write_with(const Pitches& pitches, const GagLibrary& library,
                              const Wordbook& words, Rehearsal& rehearsal,
                              const Commission& commission) {
  Writer writer(pitches, library, words, rehearsal, commission);
  return pitches.empty_repository ? writer.empty_film() : writer.film();
}

Result<Screenplay> write(const Pitches& pitches, const GagLibrary& library, drawing::ArtKit& kit,
                         const std::string& data_folder, const Commission& commission) {
  TRY(const Wordbook words, Wordbook::open(data_folder));
  StagedRehearsal rehearsal(kit);
  return write_with(pitches, library, words, rehearsal, commission);
}

}  // namespace onereel::writing
