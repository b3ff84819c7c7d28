#pragma once

// The data files of the writers' room, read once for all tests of a program.

#include <doctest/doctest.h>

#include <string>

#include "lexicon.h"
#include "naming.h"

namespace onereel::writing {

inline const std::string data_folder = std::string(ONEREEL_SOURCE_DIR) + "/data";

inline Document word_file(const std::string& name) {
  auto read = read_yaml_file(data_folder + "/writing/" + name);
  REQUIRE_MESSAGE(read, name);
  return *std::move(read);
}

inline const Lexicon& lexicon() {
  static const Lexicon read = [] {
    auto made = Lexicon::read(word_file("lexicon.yaml"), word_file("naming.yaml"));
    REQUIRE_MESSAGE(made, made.error().what);
    return *std::move(made);
  }();
  return read;
}

inline const Naming& naming() {
  static const Naming read = [] {
    auto made = Naming::read(word_file("naming.yaml"));
    REQUIRE_MESSAGE(made, made.error().what);
    return *std::move(made);
  }();
  return read;
}

}  // namespace onereel::writing
