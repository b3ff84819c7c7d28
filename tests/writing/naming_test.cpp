#include "naming.h"
#include <iostream>
#include "onereel/base/text.h"
#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

TEST_CASE("examples") {
  int good = 0, all = 0;
  const auto doc = word_file("naming.yaml");
  for (const auto& ex : doc.find("examples")->items) {
    Naming::Project project;
    std::string in = ex.text_or("in", "");
    in = in.substr(0, in.find(' '));
    project.name = in.substr(in.find('/') + 1);
    project.words = {"config"};
    for (int size : {20, 14, 10, 6}) {
      const auto* want = ex.find(std::to_string(size));
      const std::string w = want->is_null() ? "" : want->scalar;
      const std::string got = naming().label(ex.text_or("id", ""), size, lexicon(), project);
      ++all;
      if (got == w)
        ++good;
      else {
        std::cout << ex.text_or("id", "") << " " << size << " want '" << w << "' got '" << got
                  << "'   ";
        for (auto& x : naming().split(ex.text_or("id", "")))
          std::cout << x.text << ":" << lexicon().weight(x.text) << " ";
        std::cout << "\n";
      }
    }
  }
  std::cout << good << " of " << all << "\n";
}
