#pragma once

// Text as outlines: what a face makes of a line of text, before anybody paints it.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/base/result.h"

namespace onereel::media {

/// One step of an outline. Outlines are filled by the nonzero rule.
struct OutlineStep {
  enum class Kind : unsigned char { move, line, curve, close };
  Kind kind = Kind::move;
  Point to;        ///< move, line, curve
  Point control1;  ///< curve
  Point control2;  ///< curve
};

struct TextStyle {
  std::string family;  ///< "Old Standard TT"; must be in the FontBook
  bool bold = false;
  bool italic = false;
  double size = 1;              ///< the em, in the caller's units
  double letter_spacing = 0;    ///< in em, added between letters
  std::string features = {};    ///< OpenType: "liga=0", "vert=1"
  std::string language = "en";  ///< BCP 47: chooses letter forms
  bool left_to_right =
      false;             ///< a command or path inside right-to-left text; else the text decides
  double width_max = 0;  ///< lines break at this width, at spaces; 0: one line
  double leading = 0;    ///< baseline to baseline of broken lines, in em; 0: the face's own
  enum class Align : unsigned char { start, centre, end };
  Align align = Align::start;  ///< of broken lines to each other
};

/// A text laid out. Origin: start of the first baseline; y points down.
struct TextOutline {
  std::vector<OutlineStep> steps;
  Box ink;      ///< around what is painted; empty for spaces
  Box logical;  ///< around what the text takes up: advances, ascent to descent of all lines
  int lines = 1;
  int missing = 0;  ///< letters that no face of the book has; they are drawn as empty boxes
};

/// The faces the program may use, and no others of the machine: the same text gives the same
/// outline wherever the same font files are. Letters that a face lacks come from the other faces of
/// the book.
///
/// Threads: may be shared; look-ups lock.
class FontBook {
 public:
  /// @param folders  searched for .ttf, .otf and .ttc files, not deeper. Folders that are not there
  ///                 are passed over.
  /// @error fix_input  no font file in any of them.
  static Result<std::shared_ptr<FontBook>> open(const std::vector<std::string>& folders);
  ~FontBook();

  bool has_family(std::string_view family) const;
  std::vector<std::string> families() const;  ///< sorted

  /// @error fix_input  the family is not in the book; the text is over 20 000 bytes; size is not
  ///                   above 0.
  Result<TextOutline> outline(std::string_view text, const TextStyle& style) const;

 private:
  struct Case;
  explicit FontBook(std::unique_ptr<Case> faces);
  std::unique_ptr<Case> case_;
};

/// Where the program's fonts are: data_folder/fonts, then the folders of the Debian packages
/// fonts-oldstandard, fonts-goudybookletter, fonts-lindenhill, fonts-hosny-amiri,
/// fonts-wqy-microhei and fonts-lohit-deva.
std::vector<std::string> font_folders(const std::string& data_folder);

/// Pen widths and wobble need corners: the outline with its curves cut into lines no farther than
/// `tolerance` from them.
std::vector<OutlineStep> flattened(const std::vector<OutlineStep>& steps, double tolerance);

}  // namespace onereel::media
