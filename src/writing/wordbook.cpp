#include "wordbook.h"

#include "strict_fields.h"

namespace onereel::writing {

Result<Wordbook> Wordbook::open(const std::string& data_folder) {
  const std::string folder = data_folder + "/writing/";
  TRY(const Document lexicon, read_yaml_file(folder + "lexicon.yaml"));
  TRY(const Document naming, read_yaml_file(folder + "naming.yaml"));
  TRY(const Document errands, read_yaml_file(folder + "errands.yaml"));
  TRY(const Document cards, read_yaml_file(folder + "cards.yaml"));
  TRY(const Document commonness, read_yaml_file(folder + "commonness.yaml"));
  Wordbook book;
  TRY(book.lexicon, Lexicon::read(lexicon, naming));
  TRY(book.naming, Naming::read(naming));
  TRY(book.errands, Errands::read(errands));
  TRY(book.cards, CardBook::read(cards));
  TRY(const Document* shares, map_of(commonness, "earned_by_share"));
  for (const auto& [gag, share] : shares->entries) {
    TRY(book.commonness[gag], number_of(*shares, gag.c_str(), 0, 1));
  }
  return book;
}

}  // namespace onereel::writing
