#include "casting.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "gag_words.h"
#include "onereel/base/dice.h"

namespace onereel::writing {
namespace {

// How many are looked at for an act: many who have earned it, and where two do not fill it, more of
// those who ask for nothing.
constexpr std::size_t earned_max = 13;
constexpr std::size_t asking_nothing_max = 4;
constexpr std::size_t earned_max_of_three = 5;
constexpr std::size_t asking_nothing_max_of_three = 10;
constexpr double quiet_instead_of_gag = -30;
constexpr double quiet_is_less = -4;
constexpr double opening_instead_of_gag = -25;
constexpr double seeded_share = 0.06;  // of a score: the seed decides between equals, not more
constexpr double other_set = 0.8;
constexpr double other_mood = 0.4;
constexpr double regret_share = 0.03;
constexpr double without_card = 1.5;
constexpr double off_the_usual = 0.02;     // a pose
constexpr int length_step = 3;             // quarter seconds read well in a screenplay
constexpr std::size_t fillings_max = 160;  // looked at, of one length

// One way to fill an act: players in order and how many cards, at what regret.
struct Filling {
  std::vector<const Player*> players;
  int cards = 0;
  int card_poses = 0;
  double value = 0;
};
using Fillings = std::map<int, std::vector<Filling>>;  // by the length of the act

// What an act asks for besides its players.
struct ActRules {
  int number = 0;
  const ActLengths& lengths;
  Piece more;  // the Bug's part; empty: none
  int cards_least = 0;
  int cards_most = 0;
};

bool plays_in(const Gag& gag, int act) {
  return std::find(gag.acts.begin(), gag.acts.end(), act) != gag.acts.end();
}

bool same_props(const Gag& a, const Gag& b) {
  if (a.of_the_brief && b.of_the_brief) return false;
  if (a.role != "gag" || b.role != "gag") return false;
  return std::any_of(a.props.begin(), a.props.end(), [&](const std::string& prop) {
    return !is_furniture(prop) && std::find(b.props.begin(), b.props.end(), prop) != b.props.end();
  });
}

bool may_follow(const Player* before, const Player* next) {
  return before == nullptr || before->gag->family != next->gag->family ||
         next->gag->role == "quiet" || next->gag->role == "opening";
}

double variety(const Player* before, const Player* next) {
  if (before == nullptr) return 0;
  return (before->gag->set != next->gag->set ? other_set : 0) +
         (before->gag->mood != next->gag->mood ? other_mood : 0);
}

class Caster {
 public:
  Caster(const std::vector<Player>& players, const CastingRules& rules) : rules_(rules) {
    for (const Player& player : players) {
      const double chance = fraction_of(mix(rules.seed ^ hash_text(player.gag->id))) * 2 - 1;
      scores_[&player] = player.score * (1 + seeded_share * chance);
      all_.push_back(&player);
    }
    std::stable_sort(all_.begin(), all_.end(), [this](const Player* a, const Player* b) {
      return scores_.at(a) > scores_.at(b);
    });
  }

  std::optional<Casting> best() {
    search(false);
    // Two cannot fill each act: a third comes in, one who asks for no evidence.
    if (!found_) search(true);
    return found_;
  }

 private:
  void search(bool three) {
    three_ = three;
    const Fillings tools = fillings({2, rules_.tools, {}, three ? 0 : 1, 2});
    const Fillings attempt = fillings({3, rules_.attempt, rules_.worse, 0, 1});
    const Fillings breakfast = fillings({4, rules_.breakfast, {}, 0, 1});
    for (const auto& [second_length, second] : tools) {
      for (const auto& [third_length, third] : attempt) {
        const auto fourth = breakfast.find(rules_.poses - second_length - third_length);
        if (fourth == breakfast.end()) continue;
        lengths_ = {second_length, third_length, fourth->first};
        search(second, third, fourth->second);
      }
    }
  }

  void search(const std::vector<Filling>& tools, const std::vector<Filling>& attempt,
              const std::vector<Filling>& breakfast) {
    const double most_variety = 2 * (other_set + other_mood);
    for (const Filling& second : tools) {
      for (const Filling& third : attempt) {
        const double so_far = second.value + third.value;
        // Fillings come best first: what cannot win here cannot win further down.
        if (found_ && so_far + breakfast.front().value + most_variety <= value_) break;
        if (!together(second, third)) continue;
        for (const Filling& fourth : breakfast) {
          if (found_ && so_far + fourth.value + most_variety <= value_) break;
          consider(second, third, fourth, so_far);
        }
      }
    }
  }

  static bool together(const Filling& a, const Filling& b) {
    if (!may_follow(a.players.back(), b.players.front())) return false;
    for (const Player* one : a.players) {
      for (const Player* other : b.players) {
        if (one == other || same_props(*one->gag, *other->gag)) return false;
      }
    }
    return true;
  }

  void consider(const Filling& second, const Filling& third, const Filling& fourth, double so_far) {
    const int cards = second.cards + third.cards + fourth.cards;
    const int poses = second.card_poses + third.card_poses + fourth.card_poses;
    if (poses > rules_.card_poses_left || cards > rules_.cards_max) return;
    if (cards < std::min(1, rules_.cards_max)) return;
    const double value = so_far + fourth.value +
                         variety(second.players.back(), third.players.front()) +
                         variety(third.players.back(), fourth.players.front());
    if (found_ && value <= value_) return;
    if (!together(third, fourth) || !apart(second, fourth)) return;
    value_ = value;
    found_ = Casting{{second.players, second.cards, lengths_[0]},
                     {third.players, third.cards, lengths_[1]},
                     {fourth.players, fourth.cards, lengths_[2]}};
  }

  static bool apart(const Filling& a, const Filling& b) {
    for (const Player* one : a.players) {
      for (const Player* other : b.players) {
        if (one == other || same_props(*one->gag, *other->gag)) return false;
      }
    }
    return true;
  }

  static bool ends_quietly(const Player& player) {
    return player.gag->role == "quiet" || player.gag->ends_quietly;
  }

  // Who may play in an act, the best earned first, and some who ask for nothing.
  std::vector<const Player*> candidates(int act, bool quiet_only = false) const {
    std::vector<const Player*> chosen;
    const std::size_t earned_most = three_ ? earned_max_of_three : earned_max;
    const std::size_t asking_most = three_ ? asking_nothing_max_of_three : asking_nothing_max;
    std::size_t earned = 0;
    std::size_t asking_nothing = 0;
    for (const Player* player : all_) {
      const bool asks_nothing = player->pitch == nullptr;
      const bool quiet = player->gag->role == "quiet" && (act == 4 || asks_nothing);
      const bool business = player->gag->role == "opening" && act < 4;
      if (!quiet && !business && !plays_in(*player->gag, act)) continue;
      if (quiet_only && !ends_quietly(*player)) continue;
      std::size_t& count = asks_nothing ? asking_nothing : earned;
      if (count == (asks_nothing ? asking_most : earned_most)) continue;
      ++count;
      chosen.push_back(player);
    }
    return chosen;
  }

  // The two, and if need be with each third between them.
  void fill_with(Fillings& all, const Player* first, const Player* second,
                 const ActRules& act) const {
    fill(all, {first, second}, act);
    if (!three_) return;
    for (const Player* third : candidates(act.number)) {
      if (third == first || third == second || third->pitch != nullptr) continue;
      fill(all, {first, third, second}, act);
    }
  }

  // These players with each number of cards, in each length that the act may have.
  void fill(Fillings& all, const std::vector<const Player*>& chosen, const ActRules& act) const {
    double value = 0;
    int earned = 0;
    const Player* before = nullptr;
    std::vector<Piece> pieces;
    for (const Player* player : chosen) {
      value += scores_.at(player) + variety(before, player);
      earned += player->pitch != nullptr ? 1 : 0;
      before = player;
      pieces.push_back(player->piece);
    }
    if (!act.more.empty()) pieces.push_back(act.more);
    const std::size_t scenes = pieces.size();
    // A card says something of a gag that the code has earned; there is always one that does not.
    const int cards_most = std::min(act.cards_most, std::max(1, earned));
    for (int cards = 0; cards <= cards_most; ++cards) {
      if (cards > 0) pieces.push_back(card_piece(usual_card_poses, {}));
      if (cards < std::min(act.cards_least, rules_.cards_max)) continue;
      const double worth = value - (cards == 0 ? without_card : 0);
      add_lengths(all, {chosen, cards, 0, worth}, pieces, scenes, act.lengths);
    }
  }

  static void add_lengths(Fillings& all, const Filling& filling, const std::vector<Piece>& pieces,
                          std::size_t scenes, const ActLengths& lengths) {
    if (shortest(pieces) > lengths.most || longest(pieces) < lengths.least) return;
    const Spreads spreads(pieces, lengths.most);
    for (int poses = lengths.least; poses <= lengths.most; poses += length_step) {
      const auto found = spreads.of_length(poses);
      if (!found) continue;
      Filling made = filling;
      for (std::size_t k = scenes; k < pieces.size(); ++k)
        made.card_poses += found->chosen[k].poses;
      made.value -= regret_share * found->cost + off_the_usual * std::abs(poses - lengths.usual);
      all[poses].push_back(std::move(made));
    }
  }

  // Two players in each order; in act IV the second ends quietly, or is a quiet piece.
  Fillings fillings(const ActRules& act) const {
    Fillings all;
    const auto openers = candidates(act.number);
    for (const Player* second : act.number == 4 ? candidates(4, true) : openers) {
      for (const Player* first : openers) {
        if (first == second || !may_follow(first, second)) continue;
        if (same_props(*first->gag, *second->gag)) continue;
        fill_with(all, first, second, act);
      }
    }
    for (auto& [length, fillings] : all) {
      std::stable_sort(fillings.begin(), fillings.end(),
                       [](const Filling& a, const Filling& b) { return a.value > b.value; });
      if (fillings.size() > fillings_max) fillings.resize(fillings_max);
    }
    return all;
  }

  const CastingRules& rules_;
  std::vector<const Player*> all_;
  std::map<const Player*, double> scores_;
  bool three_ = false;
  std::array<int, 3> lengths_{};  // of the acts under consideration
  std::optional<Casting> found_;
  double value_ = 0;
};

}  // namespace

Result<std::vector<Player>> players(const Pitches& pitches, const GagLibrary& library,
                                    Rehearsal& rehearsal,
                                    const std::vector<std::string>& left_out) {
  std::vector<Player> all;
  std::set<std::string> taken(left_out.begin(), left_out.end());
  const auto add = [&](const Gag& gag, const Pitch* pitch, double score) -> Result<> {
    const auto sheet = gag.sheets.find("");
    if (sheet == gag.sheets.end() || !taken.insert(gag.id).second) return {};
    TRY(const auto lengths, rehearsal.lengths(sheet->second));
    Piece piece = scene_piece(lengths, {});
    if (!piece.empty()) all.push_back({&gag, pitch, score, std::move(piece)});
    return {};
  };
  for (const Pitch& pitch : pitches.pitches) {
    const Gag* gag = library.find(pitch.gag);
    if (gag == nullptr || (gag->role != "gag" && gag->role != "quiet")) continue;
    // A quiet piece closes act IV where no gag of its own ends quietly enough.
    const double less = gag->role == "quiet" ? quiet_is_less : 0;
    TRY_DO(add(*gag, &pitch, pitch.score + less));
  }
  // What asks for no evidence stands in where the code has earned too little.
  for (const Gag& gag : library.gags()) {
    if (gag.role == "quiet") TRY_DO(add(gag, nullptr, quiet_instead_of_gag));
    const bool stands_in = gag.role == "opening" && gag.kind != "empty-repository";
    if (stands_in) TRY_DO(add(gag, nullptr, opening_instead_of_gag));
  }
  return all;
}

std::optional<Casting> cast(const std::vector<Player>& players, const CastingRules& rules) {
  return Caster(players, rules).best();
}

}  // namespace onereel::writing
