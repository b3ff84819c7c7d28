#include "libav_handles.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace onereel::media {

Error libav_error(Remedy remedy, const std::string& what, int code, Here where) {
  std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
  av_strerror(code, text.data(), text.size());
  return Error{remedy, what + ": " + text.data(), {}, where};
}

Result<bool> next_packet(AVCodecContext& codec, AVPacket& packet, const std::string& what) {
  const int code = avcodec_receive_packet(&codec, &packet);
  if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return false;
  if (code < 0) return libav_error(Remedy::give_up, what, code);
  return true;
}

Result<> keep_file(const std::string& written, const std::string& path) {
  const int file = ::open(written.c_str(), O_RDONLY | O_CLOEXEC);
  const bool flushed = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!flushed || std::rename(written.c_str(), path.c_str()) != 0) {
    const std::string reason = std::strerror(errno);
    std::remove(written.c_str());
    return fix_input("cannot write " + path + ": " + reason);
  }
  return {};
}

}  // namespace onereel::media
