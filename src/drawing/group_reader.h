#pragma once

// Walks the tree of an SVG file into a Drawing: groups, shapes, markers, parts.

#include <pugixml.hpp>

#include <set>
#include <string>

#include "paint_reader.h"

namespace onereel::drawing {

/// Reads elements into `drawing`. One reader a file; it keeps the counts that bound a file.
class GroupReader {
 public:
  GroupReader(Drawing& drawing, const GradientSources& gradients)
      : drawing_(drawing), gradients_(gradients) {}

  /// Where an element stands in the tree.
  struct Place {
    Matrix map;  ///< its user space -> drawing
    Style style;
    std::string part;  ///< the innermost part (or plate) around it; empty at the root
    int depth = 0;
  };

  /// One element under a group: a group, a shape, a marker, or what is passed over.
  Result<> read_element(const pugi::xml_node& element, const Place& place, Group& into);
  /// The contents of `element` into `group`.
  Result<> read_group(const pugi::xml_node& element, const Place& place, Group& group);

  /// A part at the root of a puppet or prop, or a plate of a set.
  Result<> read_root_part(const pugi::xml_node& element, const Place& place);
  Result<> read_plate(const pugi::xml_node& element, const Place& place);

  /// Parts that take loose shapes at the root need a name nobody has.
  std::string free_name(const std::string& wanted) const;
  void note_ids(const pugi::xml_node& root);

 private:
  Result<> read_child_group(const pugi::xml_node& element, const Place& place, Group& into);
  Result<> read_shape(const pugi::xml_node& element, const Place& place, Group& into);
  Result<> read_marker(const pugi::xml_node& element, const Place& place, Group& into);
  Result<> read_sign(const pugi::xml_node& element, const Place& place, Group& into);
  Result<int> declare_part(const pugi::xml_node& element, const std::string& inside);
  Result<> count(int depth);

  Drawing& drawing_;
  const GradientSources& gradients_;
  std::set<std::string> ids_in_file_;
  std::set<std::string> ids_taken_;
  int elements_ = 0;
  std::size_t steps_ = 0;
};

/// "<path id='hat'>", for messages.
std::string told(const pugi::xml_node& element);
/// What is passed over: comments, titles, what editors leave (names with a colon).
bool passed_over(const pugi::xml_node& element);
bool is_marker(std::string_view kind);
Extras read_extras(const pugi::xml_node& element);

}  // namespace onereel::drawing
