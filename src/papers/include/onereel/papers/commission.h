#pragma once

// What a user asks for. The first paper: it opens the corridor.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onereel {

struct Commission {
  std::string repository;                      ///< a folder, a work tree or a bare repository
  std::string film_folder;                     ///< where the film's papers, takes and bundle go
  std::optional<std::uint64_t> seed = {};      ///< nothing: a hash of the project's name
  double wear = 0.5;                           ///< 0 a new print .. 1 a much-travelled one
  bool preview = false;                        ///< 640x360, no wear: seconds instead of minutes
  std::vector<std::string> without_gags = {};  ///< ids never to be cast
  std::string language = "en";                 ///< of the cards: en or de
  bool operator==(const Commission&) const = default;
};

}  // namespace onereel
