#pragma once

// Owners for what libav hands out, and its errors as ours. Only the files named *encoder, *writer
// and *reader of this room see libav.

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <memory>
#include <string>

#include "onereel/base/result.h"

namespace onereel::media {

struct FreeCodec {
  void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreeFrame {
  void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
  void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeOutput {
  void operator()(AVFormatContext* context) const {
    if (context->pb != nullptr) avio_closep(&context->pb);
    avformat_free_context(context);
  }
};
struct CloseInput {
  void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
using Codec = std::unique_ptr<AVCodecContext, FreeCodec>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;
using Output = std::unique_ptr<AVFormatContext, FreeOutput>;
using Input = std::unique_ptr<AVFormatContext, CloseInput>;

/// libav tells of its work on stderr; the terminal is the app's. Process-wide, the same each time.
inline void keep_libav_quiet() {
  av_log_set_level(AV_LOG_ERROR);
}

/// "film.mp4: No space left on device".
Error libav_error(Remedy remedy, const std::string& what, int code, Here where = {});

/// Asks the codec for its next packet. True: `packet` holds one. False: it wants more, or is done.
Result<bool> next_packet(AVCodecContext& codec, AVPacket& packet, const std::string& what);

/// Flushes `written` to the disk and gives it its name.
Result<> keep_file(const std::string& written, const std::string& path);

}  // namespace onereel::media
