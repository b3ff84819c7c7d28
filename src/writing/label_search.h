#pragma once

// The search for the run of words that makes the best label: the steps of `order` in naming.yaml.

#include <string>
#include <vector>

#include "naming.h"

namespace onereel::writing {

class LabelSearch {
 public:
  LabelSearch(const Naming& naming, const Lexicon& lexicon, const Naming::Project& project,
              int letters_max)
      : naming_(naming), lexicon_(lexicon), project_(project), letters_max_(letters_max) {}

  std::string label(const std::string& cleaned);

 private:
  struct Run {
    std::size_t from = 0;
    std::size_t to = 0;  ///< one past the last word
  };
  bool fits(const std::string& text) const;
  bool decent(const std::string& text) const;
  std::string text(Run run) const;
  std::string low(std::size_t at) const;
  bool participle(std::size_t at) const;
  void drop_project_name();
  bool drop_noise();
  void find_head();
  void find_strongest();
  bool holds(Run run, std::size_t word) const { return run.from <= word && word < run.to; }
  bool whole_phrase(Run run) const;
  bool negations_kept(Run run) const;
  bool allowed(Run run) const;
  double score(Run run) const;
  std::string best_run();
  std::string verb_and_last() const;
  std::string short_form() const;

  const Naming& naming_;
  const Lexicon& lexicon_;
  const Naming::Project& project_;
  int letters_max_;
  std::vector<NameWord> words_;
  std::size_t words_at_first_ = 0;
  bool begins_small_ = false;
  std::size_t head_ = 0;
  std::size_t strongest_ = 0;
  double strongest_weight_ = 0;
};

}  // namespace onereel::writing
