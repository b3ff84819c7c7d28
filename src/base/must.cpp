#include "onereel/base/must.h"

#include <cstdio>
#include <cstdlib>

namespace onereel {

void must(bool held, const char* belief, Here here) {
  if (held) return;
  std::fprintf(stderr, "onereel: bug at %s:%d: it was believed that %s\n", here.file, here.line,
               belief);
  std::abort();
}

}  // namespace onereel
