#include "onereel/media/loop_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "libav_handles.h"

namespace onereel::media {

namespace {

std::uint32_t byte_of(double value) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// BT.709 limited range to the 0xAARRGGBB words that libavcodec calls RGB32. WebP's own Y'CbCr is
// BT.601, so our planes cannot be handed over as they are.
std::uint32_t rgb_of(const YuvPicture& picture, int x, int y) {
  const auto at = static_cast<std::size_t>(y) * picture.width + x;
  const auto half = static_cast<std::size_t>(y / 2) * (picture.width / 2) + x / 2;
  const double light = (picture.luma[at] - 16) * (255.0 / 219.0);
  const double blue = (picture.blue[half] - 128) * (255.0 / 224.0);
  const double red = (picture.red[half] - 128) * (255.0 / 224.0);
  const std::uint32_t r = byte_of(light + 1.5748 * red);
  const std::uint32_t g = byte_of(light - 0.187324 * blue - 0.468124 * red);
  const std::uint32_t b = byte_of(light + 1.8556 * blue);
  return 0xff000000U | r << 16U | g << 8U | b;
}

Result<Codec> open_webp(const YuvPicture& first, const LoopSetting& setting) {
  keep_libav_quiet();
  const AVCodec* webp = avcodec_find_encoder_by_name("libwebp_anim");
  if (webp == nullptr) return Error{Remedy::give_up, "libavcodec has no libwebp_anim"};
  Codec codec(avcodec_alloc_context3(webp));
  codec->width = first.width;
  codec->height = first.height;
  codec->pix_fmt = AV_PIX_FMT_RGB32;
  codec->time_base = {1, setting.frames_a_second};
  codec->thread_count = 1;
  codec->flags |= AV_CODEC_FLAG_BITEXACT;
  av_opt_set_double(codec->priv_data, "quality", setting.quality, 0);
  const int opened = avcodec_open2(codec.get(), webp, nullptr);
  if (opened < 0) return libav_error(Remedy::give_up, "libwebp", opened);
  return codec;
}

Result<> send(AVCodecContext& codec, const YuvPicture& picture, std::int64_t index) {
  Frame frame(av_frame_alloc());
  frame->format = AV_PIX_FMT_RGB32;
  frame->width = picture.width;
  frame->height = picture.height;
  frame->pts = index;
  int code = av_frame_get_buffer(frame.get(), 0);
  if (code < 0) return libav_error(Remedy::give_up, "a frame's memory", code);
  for (int y = 0; y < picture.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(frame->data[0] + static_cast<std::ptrdiff_t>(y) *
                                                                      frame->linesize[0]);
    for (int x = 0; x < picture.width; ++x) row[x] = rgb_of(picture, x, y);
  }
  code = avcodec_send_frame(&codec, frame.get());
  if (code < 0) return libav_error(Remedy::give_up, "libwebp", code);
  return {};
}

Result<> write_packets(AVCodecContext& codec, const std::string& path) {
  AVFormatContext* made = nullptr;
  int code = avformat_alloc_output_context2(&made, nullptr, "webp", path.c_str());
  if (code < 0) return libav_error(Remedy::give_up, "webp", code);
  Output output(made);
  output->flags |= AVFMT_FLAG_BITEXACT;
  AVStream* stream = avformat_new_stream(output.get(), nullptr);
  if (stream == nullptr) return Error{Remedy::give_up, "webp: out of memory"};
  avcodec_parameters_from_context(stream->codecpar, &codec);
  stream->time_base = codec.time_base;
  code = avio_open(&output->pb, path.c_str(), AVIO_FLAG_WRITE);
  if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path, code);
  AVDictionary* options = nullptr;
  av_dict_set(&options, "loop", "0", 0);
  code = avformat_write_header(output.get(), &options);
  av_dict_free(&options);
  if (code < 0) return libav_error(Remedy::give_up, "webp", code);
  Packet packet(av_packet_alloc());
  for (;;) {
    TRY(const bool there, next_packet(codec, *packet, "libwebp"));
    if (!there) break;
    av_packet_rescale_ts(packet.get(), codec.time_base, stream->time_base);
    code = av_write_frame(output.get(), packet.get());
    if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path, code);
    av_packet_unref(packet.get());
  }
  code = av_write_trailer(output.get());
  if (code >= 0) code = avio_closep(&output->pb);
  if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path, code);
  return {};
}

}  // namespace

Result<> write_loop(const std::vector<YuvPicture>& frames, const LoopSetting& setting,
                    const std::string& path) {
  if (frames.empty()) return fix_input("a loop needs frames");
  TRY(const Codec codec, open_webp(frames.front(), setting));
  std::int64_t index = 0;
  for (const YuvPicture& frame : frames) {
    must(frame.width == codec->width && frame.height == codec->height, "frames of one size");
    TRY_DO(send(*codec, frame, index++));
  }
  const int flushed = avcodec_send_frame(codec.get(), nullptr);
  if (flushed < 0) return libav_error(Remedy::give_up, "libwebp", flushed);
  const std::string written = path + ".part";
  const Result<> done = write_packets(*codec, written);
  if (!done) {
    std::remove(written.c_str());
    return done;
  }
  return keep_file(written, path);
}

}  // namespace onereel::media
