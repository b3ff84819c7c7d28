#include "aac_track.h"

#include <algorithm>
#include <cstring>

namespace onereel::media {

namespace {

constexpr std::int64_t bits_a_second = 128'000;

Result<Codec> open_aac() {
  const AVCodec* aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
  if (aac == nullptr) return Error{Remedy::give_up, "libavcodec has no AAC encoder"};
  Codec codec(avcodec_alloc_context3(aac));
  codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
  codec->sample_rate = sample_rate;
  codec->time_base = {1, sample_rate};
  codec->bit_rate = bits_a_second;
  av_channel_layout_default(&codec->ch_layout, 2);
  codec->thread_count = 1;
  codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
  const int opened = avcodec_open2(codec.get(), aac, nullptr);
  if (opened < 0) return libav_error(Remedy::give_up, "AAC", opened);
  return codec;
}

Result<> drain(AacTrack& track) {
  for (;;) {
    Packet packet(av_packet_alloc());
    TRY(const bool there, next_packet(*track.codec, *packet, "AAC"));
    if (!there) return {};
    track.packets.push_back(std::move(packet));
  }
}

Result<> send_samples(AacTrack& track, const Sound& sound, std::size_t from, std::size_t count) {
  Frame frame(av_frame_alloc());
  frame->format = AV_SAMPLE_FMT_FLTP;
  frame->sample_rate = sample_rate;
  frame->nb_samples = static_cast<int>(count);
  frame->pts = static_cast<std::int64_t>(from);
  av_channel_layout_default(&frame->ch_layout, 2);
  int code = av_frame_get_buffer(frame.get(), 0);
  if (code < 0) return libav_error(Remedy::give_up, "sound memory", code);
  std::memcpy(frame->data[0], sound.left.data() + from, count * sizeof(float));
  std::memcpy(frame->data[1], sound.right.data() + from, count * sizeof(float));
  code = avcodec_send_frame(track.codec.get(), frame.get());
  if (code < 0) return libav_error(Remedy::give_up, "AAC", code);
  return drain(track);
}

}  // namespace

Result<AacTrack> encode_aac(const Sound& sound) {
  AacTrack track;
  TRY(track.codec, open_aac());
  const auto block = static_cast<std::size_t>(track.codec->frame_size);
  for (std::size_t from = 0; from < sound.left.size(); from += block) {
    TRY_DO(send_samples(track, sound, from, std::min(block, sound.left.size() - from)));
  }
  const int flushed = avcodec_send_frame(track.codec.get(), nullptr);
  if (flushed < 0) return libav_error(Remedy::give_up, "AAC", flushed);
  TRY_DO(drain(track));
  return track;
}

}  // namespace onereel::media
