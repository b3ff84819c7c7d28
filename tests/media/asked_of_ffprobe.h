#pragma once

// What Debian's ffprobe, a program that is not ours, says about a file.

#include <array>
#include <cstdio>
#include <string>

namespace onereel {

inline std::string ask_ffprobe(const std::string& path, const std::string& question) {
  const std::string command =
      "ffprobe -v error -of default=noprint_wrappers=1 " + question + " '" + path + "' 2>&1";
  std::FILE* answer = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> block{};
  std::size_t got = 0;
  while (answer != nullptr && (got = std::fread(block.data(), 1, block.size(), answer)) > 0) {
    text.append(block.data(), got);
  }
  if (answer != nullptr) pclose(answer);
  return text;
}

}  // namespace onereel
