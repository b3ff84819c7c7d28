#pragma once

// How this program says that something did not work: as a value that names what the caller can do.
// See docs/decisions/0001-results-not-exceptions.md.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "onereel/base/must.h"

namespace onereel {

/// What the caller can do about an error. Closed on purpose: a new error picks one of these.
enum class Remedy : unsigned char {
  fix_input,     ///< The caller's value is wrong. Never retry unchanged.
  rewrite,       ///< The provider refused the content. A new prompt may pass.
  top_up,        ///< The budget does not cover the quote. Nothing was spent.
  wait,          ///< Busy, rate limited or down. Retry after `Error::retry_after`.
  ask_provider,  ///< We do not know if it happened. Reconcile first: money may be spent.
  give_up,       ///< Unsupported, gone or cancelled. No retry can help.
  repair,        ///< Stored state is damaged. Stop and run `onereel doctor`.
  interrupted,   ///< A person pressed Ctrl-C. Run the same command again to go on.
};

/// What went wrong. `what` is one line that tells a person the mend: "read cues.yaml:12: unknown
/// move 'jmup'; did you mean 'jump'?".
struct [[nodiscard]] Error {
  Remedy remedy = Remedy::give_up;
  std::string what;
  std::optional<std::chrono::milliseconds> retry_after = {};
  Here where = {};
};

/// A value or an Error. Dropping one is a compiler warning (an error in our presets).
template <typename T = void>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return checked(); }
  const T& value() const& { return const_cast<Result*>(this)->checked(); }
  T&& value() && { return std::move(checked()); }
  T& operator*() & { return checked(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(checked()); }
  T* operator->() { return &checked(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    must(held_.index() == 1, "error() is asked only of a failed Result");
    return std::get<1>(held_);
  }

 private:
  T& checked() {
    must(held_.index() == 0, "value() is asked only of a Result that holds one");
    return std::get<0>(held_);
  }
  std::variant<T, Error> held_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return !error_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const {
    must(error_.has_value(), "error() is asked only of a failed Result");
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

/// The common error: the caller's value is wrong.
inline Error fix_input(std::string what, Here where = {}) {
  return Error{Remedy::fix_input, std::move(what), {}, where};
}

}  // namespace onereel

// TRY(auto facts, survey(repo));   takes the value, or returns the error to our caller.
// TRY_DO(write(file));             the same where there is no value.
// Both are plain statements: use them inside braces.
#define ONEREEL_JOIN_(a, b) a##b
#define ONEREEL_JOIN(a, b) ONEREEL_JOIN_(a, b)
#define ONEREEL_TRY_(held, declaration, ...)  \
  auto held = (__VA_ARGS__);                  \
  if (!held.has_value()) return held.error(); \
  declaration = *std::move(held)
#define TRY(declaration, ...) \
  ONEREEL_TRY_(ONEREEL_JOIN(onereel_try_, __LINE__), declaration, __VA_ARGS__)
#define TRY_DO(...)                                                       \
  do {                                                                    \
    if (auto onereel_tried = (__VA_ARGS__); !onereel_tried.has_value()) { \
      return onereel_tried.error();                                       \
    }                                                                     \
  } while (false)
