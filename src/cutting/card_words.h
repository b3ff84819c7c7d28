#pragma once

// What stands where on a card, in words; before anybody measures it.

#include <string>

#include "card_layout.h"
#include "onereel/papers/screenplay.h"

namespace onereel::cutting {

struct CardWords {
  std::string over;     ///< small line above
  std::string claim;    ///< title: what the project says of itself, above if there is room
  std::string title;    ///< large
  std::string tagline;  ///< under the title
  std::string body;     ///< dialogue, expository: the whole text
  std::string initial;  ///< expository: the drawn first letter, or empty
  std::string rest;     ///< ... and the text after it
  std::string install;
  std::string address;
  std::string footer;  ///< the project's name; end: the colophon
};

CardWords words_of(const Card& card, const std::string& project, const std::string& language,
                   const LanguageStyle& style);

/// "The End" in the card's language.
std::string ending_in(const std::string& language);

}  // namespace onereel::cutting
