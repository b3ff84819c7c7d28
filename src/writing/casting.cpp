#include "casting.h"

#include <algorithm>
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

// One way to fill an act: players in order and how many cards, at what regret.
struct Filling {
  std::vector<const Player*> players;
  int cards = 0;
  int card_poses = 0;
  double value = 0;
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
    // Two cannot fill an act: a third comes in, one who asks for no evidence.
    if (!found_) search(true);
    return found_;
  }

 private:
  void search(bool three) {
    three_ = three;
    const std::vector<int> any_cards = three ? std::vector<int>{0, 1, 2} : std::vector<int>{1, 2};
    const auto tools = fillings(2, rules_.tools_poses, {}, any_cards);
    const auto attempt = fillings(3, rules_.attempt_poses, rules_.worse, {0, 1});
    const auto breakfast = breakfast_fillings();
    const double most_variety = 2 * (other_set + other_mood);
    for (const Filling& second : tools) {
      for (const Filling& third : attempt) {
        const double so_far = second.value + third.value;
        if (!together(second, third)) continue;
        for (const Filling& fourth : breakfast) {
          // Fillings come best first: what cannot win here cannot win further down.
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
    if (poses > rules_.card_poses_left || cards < 1 || cards > 3) return;
    const double value = so_far + fourth.value +
                         variety(second.players.back(), third.players.front()) +
                         variety(third.players.back(), fourth.players.front());
    if (found_ && value <= value_) return;
    if (!together(third, fourth) || !apart(second, fourth)) return;
    value_ = value;
    found_ = Casting{{second.players, second.cards},
                     {third.players, third.cards},
                     {fourth.players, fourth.cards}};
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

  // The two, and if need be each third between them.
  void fill_with(std::vector<Filling>& all, const Player* first, const Player* second, int act,
                 int poses, const Piece& more, const std::vector<int>& card_counts) const {
    if (!three_) return fill(all, {first, second}, poses, more, card_counts);
    for (const Player* third : candidates(act)) {
      if (third == first || third == second || third->pitch != nullptr) continue;
      fill(all, {first, third, second}, poses, more, card_counts);
    }
  }

  // The cheapest number of cards for these players in an act; each number is a filling.
  void fill(std::vector<Filling>& all, const std::vector<const Player*>& chosen, int poses,
            const Piece& more, const std::vector<int>& card_counts) const {
    double value = 0;
    const Player* before = nullptr;
    std::vector<Piece> pieces;
    for (const Player* player : chosen) {
      value += scores_.at(player) + variety(before, player);
      before = player;
      pieces.push_back(player->piece);
    }
    if (!more.empty()) pieces.push_back(more);
    for (const int cards : card_counts) {
      auto with_cards = pieces;
      for (int k = 0; k < cards; ++k) with_cards.push_back(card_piece(usual_card_poses, {}));
      const auto found = spread(with_cards, poses);
      if (!found) continue;
      const double missing = cards == 0 ? without_card : 0;
      int card_poses = 0;
      for (std::size_t k = pieces.size(); k < with_cards.size(); ++k) {
        card_poses += found->chosen[k].poses;
      }
      all.push_back({chosen, cards, card_poses, value - regret_share * found->cost - missing});
    }
  }

  static void keep_best(std::vector<Filling>& all) {
    std::stable_sort(all.begin(), all.end(),
                     [](const Filling& a, const Filling& b) { return a.value > b.value; });
    constexpr std::size_t fillings_max = 160;
    if (all.size() > fillings_max) all.resize(fillings_max);
  }

  std::vector<Filling> fillings(int act, int poses, const Piece& more,
                                const std::vector<int>& card_counts) const {
    std::vector<Filling> all;
    const auto who = candidates(act);
    for (const Player* first : who) {
      for (const Player* second : who) {
        if (first == second || !may_follow(first, second)) continue;
        if (same_props(*first->gag, *second->gag)) continue;
        fill_with(all, first, second, act, poses, more, card_counts);
      }
    }
    keep_best(all);
    return all;
  }

  // Two gags, the second of which ends quietly; or a gag and a quiet piece.
  std::vector<Filling> breakfast_fillings() const {
    std::vector<Filling> all;
    const auto closing = candidates(4, true);
    for (const Player* first : candidates(4)) {
      for (const Player* second : closing) {
        if (first == second || !may_follow(first, second)) continue;
        if (same_props(*first->gag, *second->gag)) continue;
        fill_with(all, first, second, 4, rules_.breakfast_poses, {}, {0, 1});
      }
    }
    keep_best(all);
    return all;
  }

  const CastingRules& rules_;
  std::vector<const Player*> all_;
  std::map<const Player*, double> scores_;
  bool three_ = false;
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
