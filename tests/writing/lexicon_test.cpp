#include "lexicon.h"

#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

TEST_CASE("plurals, -ing and -ed are undone where only the bare word is known") {
  CHECK(lexicon().weight("pipe") == 5);
  CHECK(lexicon().weight("pipes") == 5);
  CHECK(lexicon().weight("leaking") == lexicon().weight("leak"));
  CHECK(lexicon().weight("xyzzy") == 0);
}

TEST_CASE("an abbreviation is read out") {
  CHECK(lexicon().read_out("addr") == "address");
  CHECK(lexicon().read_out("Flask") == "flask");
}

TEST_CASE("what is never shown is known in its forms") {
  CHECK(lexicon().forbidden("Killed"));
  CHECK(lexicon().forbidden("abort"));
  CHECK_FALSE(lexicon().forbidden("skill"));
}

TEST_CASE("people are no evidence") {
  CHECK(lexicon().names_a_person("Signed-off-by: someone"));
  CHECK(lexicon().names_a_person("mail me: a.person@example.org"));
  CHECK_FALSE(lexicon().names_a_person("class ScreenRecorder:"));
}

TEST_CASE("one letter completes mil") {
  CHECK(lexicon().letters_that_complete("mil").front() == 'k');
  CHECK(lexicon().letters_that_complete("pip").front() == 'e');
  CHECK(lexicon().letters_that_complete("zzz").empty());
}
