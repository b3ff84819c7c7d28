#pragma once

// The film on paper: what a person may edit (screenplay.yaml) before it is drawn.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/seconds.h"
#include "onereel/papers/repo_facts.h"

namespace onereel {

enum class CardKind : unsigned char { title, dialogue, expository, end };

struct Card {
  CardKind kind = CardKind::expository;
  std::vector<std::string>
      text;                    ///< paragraphs; line breaks are the setter's. Title card: the name
  std::string over_line = {};  ///< title: "in" / small line above
  std::string subtitle = {};   ///< title: film title; end: tagline-like line
  std::string footer = {};     ///< end: address; else the project's name
  std::string code = {};       ///< end: the install line, set in the typewriter face
  std::optional<Seconds> hold = {};  ///< nothing: by the reading rule
  std::vector<Evidence> evidence = {};
  bool operator==(const Card&) const = default;
};

enum class SceneKind : unsigned char {
  gag,          ///< `id` names a gag
  running_gag,  ///< `id` names the Bug's form, `part` plant, worse or button
  business,     ///< opening or ending: `id` names the variant
  quiet,        ///< a quiet moment
};

struct Scene {
  SceneKind kind = SceneKind::gag;
  std::string id;            ///< of the gag, form or variant: the blocking's name
  std::string part = {};     ///< running gag: plant, worse, button
  std::string premise = {};  ///< one sentence, for the person who reads
  std::map<std::string, std::string> slots = {};  ///< painted on props and signs
  std::vector<Evidence> evidence = {};
  std::string mood = {};               ///< of the music; empty: the gag's own
  std::string tint = {};               ///< empty: the gag's own
  std::optional<Seconds> length = {};  ///< wished; nothing: the film's budget decides
  bool iris_in = false;
  bool iris_out = false;
  bool operator==(const Scene&) const = default;
};

/// One thing on the screen: a card or a scene, never both.
struct Entry {
  std::optional<Card> card = {};
  std::optional<Scene> scene = {};
  bool operator==(const Entry&) const = default;
};

struct Act {
  std::string name;  ///< "Title & Myth", "Tools", "First Attempt", "Breakfast", "Resolution"
  Seconds length;    ///< aimed at; the five add up to the film
  std::vector<Entry> entries;
  bool operator==(const Act&) const = default;
};

struct Screenplay {
  std::string project;
  std::string title;
  std::string kind;
  std::string errand;
  std::string language = "en";
  std::uint64_t seed = 0;
  std::vector<Act> acts;
  bool operator==(const Screenplay&) const = default;
};

}  // namespace onereel
