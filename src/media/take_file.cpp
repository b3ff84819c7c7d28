#include "take_file.h"

#include <cmath>

namespace onereel::media {

namespace {

void append_number(std::string& bytes, std::int64_t number) {
  const auto value = static_cast<std::uint32_t>(number);
  for (int shift = 0; shift < 32; shift += 8) {
    bytes.push_back(static_cast<char>((value >> shift) & 0xffU));
  }
}

Error damaged() {
  return Error{Remedy::repair, "a take file is damaged; delete the folder takes/ and run again"};
}

// Takes numbers and texts off the front; `fits` turns false for good once something is missing.
struct Reel {
  std::string_view rest;
  bool fits = true;

  std::string_view text(std::size_t length) {
    if (rest.size() < length) {
      fits = false;
      return {};
    }
    const std::string_view taken = rest.substr(0, length);
    rest.remove_prefix(length);
    return taken;
  }
  std::int64_t number() {
    std::uint32_t value = 0;
    int shift = 0;
    for (const char byte : text(4)) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
      shift += 8;
    }
    return value;
  }
};

TakeHead head_from(Reel& reel) {
  TakeHead head;
  head.setting.width = static_cast<int>(reel.number() & 0xffff);
  head.setting.height = static_cast<int>(reel.number() & 0xffff);
  head.setting.constant_quality = static_cast<double>(reel.number()) / 100;
  head.setting.fast = reel.number() != 0;
  head.length = {reel.number()};
  return head;
}

}  // namespace

void begin_take(std::string& take, const TakeHead& head, std::string_view parameter_sets) {
  take = take_magic;
  append_number(take, head.setting.width);
  append_number(take, head.setting.height);
  append_number(take, std::lround(head.setting.constant_quality * 100));
  append_number(take, head.setting.fast ? 1 : 0);
  append_number(take, head.length.count);
  append_number(take, static_cast<std::int64_t>(parameter_sets.size()));
  take += parameter_sets;
}

void append_packet(std::string& take, const TakePacket& packet) {
  append_number(take, packet.shown_at);
  append_number(take, packet.key ? 1 : 0);
  append_number(take, static_cast<std::int64_t>(packet.bytes.size()));
  take += packet.bytes;
}

Result<TakeContent> read_take(std::string_view take) {
  Reel reel{take};
  TakeContent content;
  if (reel.text(take_magic.size()) != take_magic) return damaged();
  content.head = head_from(reel);
  const std::int64_t frames = content.head.length.count;
  if (frames < 1 || frames > take_frames_max) return damaged();
  content.parameter_sets = reel.text(static_cast<std::size_t>(reel.number()));
  for (std::int64_t index = 0; index < frames && reel.fits; ++index) {
    TakePacket packet;
    packet.shown_at = reel.number();
    packet.key = reel.number() != 0;
    packet.bytes = reel.text(static_cast<std::size_t>(reel.number()));
    if (packet.bytes.empty() || packet.shown_at >= frames) return damaged();
    content.packets.push_back(packet);
  }
  if (!reel.fits || !reel.rest.empty()) return damaged();
  return content;
}

Result<TakeHead> read_take_head(std::string_view take) {
  TRY(const TakeContent content, read_take(take));
  return content.head;
}

}  // namespace onereel::media
