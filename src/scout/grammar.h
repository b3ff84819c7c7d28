#pragma once

// Parsing with tree-sitter and asking a query of the tree. With syntax.h the only code that sees
// tree-sitter.

#include <tree_sitter/api.h>

#include <memory>
#include <string_view>
#include <vector>

#include "languages.h"

namespace onereel::scout {

struct Capture {
  std::string_view name;  ///< as in the .scm file, without '@'; lives as long as the Grammar
  TSNode node;            ///< lives as long as the Parsed
};
using Match = std::vector<Capture>;

/// A parsed file. The text must outlive it.
class Parsed {
 public:
  Parsed(TSTree* tree, std::string_view text);
  TSNode root() const { return ts_tree_root_node(tree_.get()); }
  std::string_view text() const { return text_; }
  std::string_view text_of(TSNode node) const;

 private:
  struct Delete {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
  };
  std::unique_ptr<TSTree, Delete> tree_;
  std::string_view text_;
};

/// One language: its parser and its query, compiled once. Not for two threads at a time.
class Grammar {
 public:
  explicit Grammar(Parses language);  ///< not Parses::none
  ~Grammar();
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  /// Null where parsing was given up: the work exceeds a fixed number of steps (no clock, so that
  /// every machine gives up on the same files).
  std::unique_ptr<Parsed> parse(std::string_view text);
  /// Matches in the order of the text whose predicates hold; at most matches_max.
  std::vector<Match> matches(const Parsed& parsed);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// The grammars that were needed so far, each compiled at its first use.
class Grammars {
 public:
  Grammar& of(Parses language);

 private:
  std::vector<std::pair<Parses, std::unique_ptr<Grammar>>> made_;
};

}  // namespace onereel::scout
