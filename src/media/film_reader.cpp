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

// Shows what the decoder has. False: the viewer has seen enough.
Result<bool> show_ready(Projector& projector, AVFrame& frame, YuvPicture& picture,
                        std::int64_t& shown, const FrameViewer& viewer) {
  while (avcodec_receive_frame(projector.codec.get(), &frame) >= 0) {
    const bool whole = frame.format == AV_PIX_FMT_YUV420P || frame.format == AV_PIX_FMT_YUVJ420P;
    if (!whole || frame.width % 2 != 0 || frame.height % 2 != 0) {
      return Error{Remedy::repair, "the film is not 4:2:0 of an even size"};
    }
    picture.width = frame.width;
    picture.height = frame.height;
    copy_plane(frame, 0, frame.width, frame.height, picture.luma);
    copy_plane(frame, 1, frame.width / 2, frame.height / 2, picture.blue);
    copy_plane(frame, 2, frame.width / 2, frame.height / 2, picture.red);
    if (!viewer({shown++}, picture)) return false;
  }
  return true;
}

}  // namespace

Result<FrameCount> view_film(const std::string& path, const FrameViewer& viewer) {
  TRY(Projector projector, thread_film(path));
  Frame frame(av_frame_alloc());
  Packet packet(av_packet_alloc());
  YuvPicture picture;
  std::int64_t shown = 0;
  bool more = true;
  while (more && av_read_frame(projector.input.get(), packet.get()) >= 0) {
    if (packet->stream_index == projector.stream) {
      const int code = avcodec_send_packet(projector.codec.get(), packet.get());
      if (code < 0) return libav_error(Remedy::repair, path, code);
      TRY(more, show_ready(projector, *frame, picture, shown, viewer));
    }
    av_packet_unref(packet.get());
  }
  if (more) {
    avcodec_send_packet(projector.codec.get(), nullptr);
    TRY_DO(show_ready(projector, *frame, picture, shown, viewer));
  }
  return FrameCount{shown};
}

}  // namespace onereel::media
