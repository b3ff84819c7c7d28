#include "findings.h"

namespace onereel::scout {

void Findings::add(Fact fact) {
  if (facts.size() < facts_max) {
    facts.push_back(std::move(fact));
  } else {
    too_many_facts = true;
  }
}

void Findings::count(std::string_view name, std::int64_t more) {
  counts.try_emplace(std::string(name), 0).first->second += more;
}

void Findings::count_at(std::string_view name, const Evidence& where) {
  count(name);
  first_places.try_emplace(std::string(name), where);
}

void Findings::measure(std::string_view name, std::int64_t value, const Evidence& where) {
  const auto [held, fresh] = greatest.try_emplace(std::string(name), Greatest{value, where});
  if (!fresh && value > held->second.value) held->second = {value, where};
}

}  // namespace onereel::scout
