#include "onereel/media/film_reader.h"

#include <algorithm>

#include "libav_handles.h"

namespace onereel::media {

namespace {

struct Projector {
  Input input;
  Codec codec;
  int stream = -1;
};

constexpr int decoder_threads = 2;  // the pictures are the same with any number

Result<Projector> thread_film(const std::string& path) {
  keep_libav_quiet();
  Projector projector;
  AVFormatContext* opened = nullptr;
  const AVInputFormat* mp4 = av_find_input_format("mp4");
  int code = avformat_open_input(&opened, path.c_str(), mp4, nullptr);
  if (code < 0) return libav_error(Remedy::repair, path, code);
  projector.input.reset(opened);
  code = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (code < 0) return libav_error(Remedy::repair, path, code);
  projector.stream = code;
  const AVCodecParameters& parameters = *opened->streams[code]->codecpar;
  const AVCodec* h264 = avcodec_find_decoder(AV_CODEC_ID_H264);
  if (h264 == nullptr || parameters.codec_id != AV_CODEC_ID_H264) {
    return Error{Remedy::repair, path + ": the picture is not H.264"};
  }
  projector.codec.reset(avcodec_alloc_context3(h264));
  code = avcodec_parameters_to_context(projector.codec.get(), &parameters);
  projector.codec->thread_count = decoder_threads;
  if (code >= 0) code = avcodec_open2(projector.codec.get(), h264, nullptr);
  if (code < 0) return libav_error(Remedy::repair, path, code);
  return projector;
}

void copy_plane(const AVFrame& frame, int plane, int width, int height,
                std::vector<std::uint8_t>& to) {
  to.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int row = 0; row < height; ++row) {
    const std::uint8_t* from =
        frame.data[plane] + static_cast<std::ptrdiff_t>(row) * frame.linesize[plane];
    std::copy(from, from + width, to.begin() + static_cast<std::ptrdiff_t>(row) * width);
  }
}

// Takes what the decoder holds into `picture`.
Result<> take_picture(const AVFrame& frame, YuvPicture& picture) {
  const bool whole = frame.format == AV_PIX_FMT_YUV420P || frame.format == AV_PIX_FMT_YUVJ420P;
  if (!whole || frame.width % 2 != 0 || frame.height % 2 != 0) {
    return Error{Remedy::repair, "the film is not 4:2:0 of an even size"};
  }
  picture.width = frame.width;
  picture.height = frame.height;
  copy_plane(frame, 0, frame.width, frame.height, picture.luma);
  copy_plane(frame, 1, frame.width / 2, frame.height / 2, picture.blue);
  copy_plane(frame, 2, frame.width / 2, frame.height / 2, picture.red);
  return {};
}

// Given every decoded frame in order. False: enough.
using DecodedViewer = std::function<Result<bool>(const AVFrame& frame)>;

Result<bool> show_ready(Projector& projector, AVFrame& frame, const DecodedViewer& viewer) {
  while (avcodec_receive_frame(projector.codec.get(), &frame) >= 0) {
    TRY(const bool more, viewer(frame));
    if (!more) return false;
  }
  return true;
}

// Decodes from where the projector stands.
Result<> run(Projector& projector, const std::string& path, const DecodedViewer& viewer) {
  Frame frame(av_frame_alloc());
  Packet packet(av_packet_alloc());
  while (av_read_frame(projector.input.get(), packet.get()) >= 0) {
    if (packet->stream_index == projector.stream) {
      const int code = avcodec_send_packet(projector.codec.get(), packet.get());
      if (code < 0) return libav_error(Remedy::repair, path, code);
      TRY(const bool more, show_ready(projector, *frame, viewer));
      if (!more) return {};
    }
    av_packet_unref(packet.get());
  }
  avcodec_send_packet(projector.codec.get(), nullptr);
  const auto rest = show_ready(projector, *frame, viewer);
  if (!rest) return rest.error();
  return {};
}

}  // namespace

Result<FrameCount> view_film(const std::string& path, const FrameViewer& viewer) {
  TRY(Projector projector, thread_film(path));
  YuvPicture picture;
  std::int64_t shown = 0;
  const auto ran = run(projector, path, [&](const AVFrame& frame) -> Result<bool> {
    TRY_DO(take_picture(frame, picture));
    return viewer({shown++}, picture);
  });
  if (!ran) return ran.error();
  return FrameCount{shown};
}

Result<YuvPicture> film_frame(const std::string& path, FrameIndex wanted) {
  TRY(Projector projector, thread_film(path));
  const AVRational unit = projector.input->streams[projector.stream]->time_base;
  const AVRational frame_time{1, static_cast<int>(film_rate.numerator)};
  // Seeking goes by decoding times, which run ahead of the picture's by less than this.
  constexpr std::int64_t ahead = 4;
  const std::int64_t from = std::max<std::int64_t>(0, wanted.index - ahead);
  av_seek_frame(projector.input.get(), projector.stream, av_rescale_q(from, frame_time, unit),
                AVSEEK_FLAG_BACKWARD);
  YuvPicture picture;
  const auto ran = run(projector, path, [&](const AVFrame& frame) -> Result<bool> {
    if (av_rescale_q(frame.best_effort_timestamp, unit, frame_time) != wanted.index) return true;
    TRY_DO(take_picture(frame, picture));
    return false;
  });
  if (!ran) return ran.error();
  if (picture.luma.empty()) {
    return Error{Remedy::repair,
                 path + ": has no frame " + std::to_string(wanted.index) + "; cut the film again"};
  }
  return picture;
}

}  // namespace onereel::media
