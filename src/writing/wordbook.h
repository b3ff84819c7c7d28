#pragma once

// Everything the writers look up: data/writing, read once.

#include <string>

#include "card_book.h"
#include "errands.h"
#include "lexicon.h"
#include "naming.h"

namespace onereel::writing {

struct Wordbook {
  Lexicon lexicon;
  Naming naming;
  Errands errands;
  CardBook cards;
  /// Share of well-known repositories that earn a gag, 0..1 (data/writing/commonness.yaml).
  std::map<std::string, double> commonness;

  /// @error fix_input  file, line and mend.
  static Result<Wordbook> open(const std::string& data_folder);
};

}  // namespace onereel::writing
