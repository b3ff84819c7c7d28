#include "onereel/media/shot_encoder.h"

#include <cstring>

#include "libav_handles.h"
#include "take_file.h"

namespace onereel::media {

namespace {

constexpr std::int64_t key_frame_every = 48;
// A key frame never is the last picture of a shot: two key frames in a row would carry the same
// idr_pic_id where takes are joined.
constexpr std::int64_t key_frame_before_end = 12;

// stitchable: headers do not depend on the content, so that takes can be joined.
constexpr const char* x264_parameters =
    "cpu-independent=1:stitchable=1:keyint=infinite:scenecut=0:open-gop=0:lookahead-threads=1";

void set_up(AVCodecContext& codec, const EncoderSetting& setting) {
  codec.width = setting.width;
  codec.height = setting.height;
  codec.pix_fmt = AV_PIX_FMT_YUV420P;
  codec.time_base = {1, static_cast<int>(film_rate.numerator)};
  codec.framerate = {static_cast<int>(film_rate.numerator), 1};
  codec.sample_aspect_ratio = {1, 1};
  codec.color_range = AVCOL_RANGE_MPEG;
  codec.color_primaries = AVCOL_PRI_BT709;
  codec.color_trc = AVCOL_TRC_BT709;
  codec.colorspace = AVCOL_SPC_BT709;
  codec.chroma_sample_location = AVCHROMA_LOC_CENTER;
  codec.thread_count = 1;
  codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_CLOSED_GOP;
  av_opt_set(codec.priv_data, "preset", setting.fast ? "superfast" : "veryfast", 0);
  av_opt_set(codec.priv_data, "profile", "high", 0);
  av_opt_set_double(codec.priv_data, "crf", setting.constant_quality, 0);
  av_opt_set_int(codec.priv_data, "forced-idr", 1, 0);
  av_opt_set(codec.priv_data, "x264-params", x264_parameters, 0);
}

void copy_plane(const std::vector<std::uint8_t>& plane, int width, int height, std::uint8_t* to,
                int stride) {
  for (int row = 0; row < height; ++row) {
    const std::uint8_t* from = plane.data() + static_cast<std::ptrdiff_t>(row) * width;
    std::memcpy(to + static_cast<std::ptrdiff_t>(row) * stride, from,
                static_cast<std::size_t>(width));
  }
}

}  // namespace

struct ShotEncoder::Bench {
  TakeHead head;
  Codec codec;
  Frame frame;
  Packet packet;
  std::string take;
  std::int64_t added = 0;
  std::int64_t received = 0;

  bool wants_key_frame() const {
    return added % key_frame_every == 0 &&
           (added == 0 || head.length.count - added >= key_frame_before_end);
  }
  Result<> send(AVFrame* picture) {
    const int code = avcodec_send_frame(codec.get(), picture);
    if (code < 0) return libav_error(Remedy::give_up, "libx264", code);
    for (;;) {
      TRY(const bool there, next_packet(*codec, *packet, "libx264"));
      if (!there) return {};
      const std::string_view bytes(reinterpret_cast<const char*>(packet->data),
                                   static_cast<std::size_t>(packet->size));
      append_packet(take, {packet->pts, (packet->flags & AV_PKT_FLAG_KEY) != 0, bytes});
      ++received;
      av_packet_unref(packet.get());
    }
  }
};

ShotEncoder::ShotEncoder(std::unique_ptr<Bench> bench) : bench_(std::move(bench)) {}
ShotEncoder::~ShotEncoder() = default;
ShotEncoder::ShotEncoder(ShotEncoder&&) noexcept = default;
ShotEncoder& ShotEncoder::operator=(ShotEncoder&&) noexcept = default;

Result<ShotEncoder> ShotEncoder::open(const EncoderSetting& setting, FrameCount length) {
  must(length.count > 0 && length.count <= take_frames_max, "a shot has frames, and an end");
  must(setting.width % 2 == 0 && setting.height % 2 == 0, "4:2:0 needs even sizes");
  keep_libav_quiet();
  const AVCodec* x264 = avcodec_find_encoder_by_name("libx264");
  if (x264 == nullptr) {
    return Error{Remedy::give_up,
                 "libavcodec has no libx264; install Debian's libavcodec59 or libavcodec-extra"};
  }
  auto bench = std::make_unique<Bench>();
  bench->head = {setting, length};
  bench->codec.reset(avcodec_alloc_context3(x264));
  set_up(*bench->codec, setting);
  const int opened = avcodec_open2(bench->codec.get(), x264, nullptr);
  if (opened < 0) return libav_error(Remedy::give_up, "libx264", opened);
  bench->frame.reset(av_frame_alloc());
  bench->frame->format = AV_PIX_FMT_YUV420P;
  bench->frame->width = setting.width;
  bench->frame->height = setting.height;
  bench->packet.reset(av_packet_alloc());
  const int buffered = av_frame_get_buffer(bench->frame.get(), 0);
  if (buffered < 0) return libav_error(Remedy::give_up, "a frame's memory", buffered);
  const std::string_view sets(reinterpret_cast<const char*>(bench->codec->extradata),
                              static_cast<std::size_t>(bench->codec->extradata_size));
  begin_take(bench->take, bench->head, sets);
  return ShotEncoder(std::move(bench));
}

Result<> ShotEncoder::add(const YuvPicture& picture) {
  Bench& bench = *bench_;
  const EncoderSetting& setting = bench.head.setting;
  must(picture.width == setting.width && picture.height == setting.height,
       "every frame of a shot has the shot's size");
  must(bench.added < bench.head.length.count, "no more frames than announced");
  AVFrame& frame = *bench.frame;
  const int writable = av_frame_make_writable(&frame);
  if (writable < 0) return libav_error(Remedy::give_up, "a frame's memory", writable);
  copy_plane(picture.luma, setting.width, setting.height, frame.data[0], frame.linesize[0]);
  copy_plane(picture.blue, setting.width / 2, setting.height / 2, frame.data[1], frame.linesize[1]);
  copy_plane(picture.red, setting.width / 2, setting.height / 2, frame.data[2], frame.linesize[2]);
  frame.pict_type = bench.wants_key_frame() ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
  frame.pts = bench.added++;
  return bench.send(&frame);
}

Result<std::string> ShotEncoder::finish() {
  must(bench_->added == bench_->head.length.count, "as many frames as announced");
  TRY_DO(bench_->send(nullptr));
  must(bench_->received == bench_->added, "x264 gives one packet a frame");
  return std::move(bench_->take);
}

}  // namespace onereel::media
