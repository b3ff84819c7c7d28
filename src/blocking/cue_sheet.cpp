#include "onereel/blocking/cue_sheet.h"

#include "sheet.h"

namespace onereel::blocking {

Result<CueSheet> read_cue_sheet(const std::string& name, const Document& blocking) {
  TRY(const Sheet sheet, read_sheet(name, blocking));
  return CueSheet{sheet.name, blocking};
}

}  // namespace onereel::blocking
