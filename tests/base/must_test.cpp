#include "onereel/base/must.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

using namespace onereel;

TEST_CASE("a broken belief stops the program, a held one does nothing") {
  must(true, "one is one");

  const pid_t child = fork();
  if (child == 0) {
    std::freopen("/dev/null", "w", stderr);
    must(false, "this never happens");
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);

  CHECK(WIFSIGNALED(status));
}
