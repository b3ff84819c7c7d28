#include "onereel/media/film_writer.h"

#include <cstdio>
#include <cstring>

#include "aac_track.h"
#include "take_file.h"

namespace onereel::media {

namespace {

constexpr AVRational frame_time{1, static_cast<int>(film_rate.numerator)};
constexpr AVRational sample_time{1, sample_rate};
// A picture waits for at most two others that are decoded before and shown after it.
constexpr std::int64_t reorder_frames = 2;

struct Reels {
  std::vector<TakeContent> takes;
  FrameCount length;
};

Result<Reels> read_reels(const std::vector<std::string_view>& takes) {
  if (takes.empty()) return fix_input("a film needs at least one shot");
  Reels reels;
  for (const std::string_view bytes : takes) {
    TRY(TakeContent take, read_take(bytes));
    if (!reels.takes.empty() && (take.head.setting != reels.takes.front().head.setting ||
                                 take.parameter_sets != reels.takes.front().parameter_sets)) {
      return fix_input("takes were encoded with different settings; delete the folder takes/");
    }
    reels.length += take.head.length;
    reels.takes.push_back(std::move(take));
  }
  return reels;
}

// One film on its way into the file.
class Muxer {
 public:
  Muxer(const FilmParts& parts, const Reels& reels) : parts_(parts), reels_(reels) {}

  Result<> open(const std::string& path) {
    keep_libav_quiet();
    path_ = path;
    AVFormatContext* made = nullptr;
    int code = avformat_alloc_output_context2(&made, nullptr, "mp4", path.c_str());
    if (code < 0) return libav_error(Remedy::give_up, "mp4", code);
    output_.reset(made);
    output_->flags |= AVFMT_FLAG_BITEXACT;
    TRY_DO(add_picture_stream());
    if (parts_.sound != nullptr) TRY_DO(add_sound_stream());
    TRY_DO(add_chapters());
    if (!parts_.title.empty()) {
      av_dict_set(&output_->metadata, "title", parts_.title.c_str(), 0);
    }
    code = avio_open(&output_->pb, path.c_str(), AVIO_FLAG_WRITE);
    if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path, code);
    AVDictionary* options = nullptr;
    av_dict_set(&options, "movflags", "+faststart", 0);
    code = avformat_write_header(output_.get(), &options);
    av_dict_free(&options);
    if (code < 0) return libav_error(Remedy::give_up, "mp4", code);
    return {};
  }

  Result<> write_all() {
    std::int64_t decoded = 0;
    std::int64_t start = 0;
    for (const TakeContent& take : reels_.takes) {
      for (const TakePacket& packet : take.packets) {
        TRY_DO(write_sound_before(decoded));
        TRY_DO(write_picture(packet, start, decoded));
        ++decoded;
      }
      start += take.head.length.count;
    }
    TRY_DO(write_sound_before(reels_.length.count + film_rate.numerator));
    int code = av_write_trailer(output_.get());
    if (code >= 0) code = avio_closep(&output_->pb);
    if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path_, code);
    return {};
  }

 private:
  Result<> add_picture_stream() {
    AVStream* stream = avformat_new_stream(output_.get(), nullptr);
    if (stream == nullptr) return Error{Remedy::give_up, "mp4: out of memory"};
    const TakeContent& first = reels_.takes.front();
    AVCodecParameters& codec = *stream->codecpar;
    codec.codec_type = AVMEDIA_TYPE_VIDEO;
    codec.codec_id = AV_CODEC_ID_H264;
    codec.format = AV_PIX_FMT_YUV420P;
    codec.width = first.head.setting.width;
    codec.height = first.head.setting.height;
    codec.sample_aspect_ratio = {1, 1};
    codec.color_range = AVCOL_RANGE_MPEG;
    codec.color_primaries = AVCOL_PRI_BT709;
    codec.color_trc = AVCOL_TRC_BT709;
    codec.color_space = AVCOL_SPC_BT709;
    const std::size_t size = first.parameter_sets.size();
    auto* extra = static_cast<std::uint8_t*>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE));
    if (extra == nullptr) return Error{Remedy::give_up, "mp4: out of memory"};
    std::memcpy(extra, first.parameter_sets.data(), size);
    codec.extradata = extra;
    codec.extradata_size = static_cast<int>(size);
    stream->time_base = frame_time;
    stream->avg_frame_rate = {static_cast<int>(film_rate.numerator), 1};
    return {};
  }

  Result<> add_sound_stream() {
    TRY(sound_, encode_aac(*parts_.sound));
    AVStream* stream = avformat_new_stream(output_.get(), nullptr);
    if (stream == nullptr) return Error{Remedy::give_up, "mp4: out of memory"};
    const int code = avcodec_parameters_from_context(stream->codecpar, sound_.codec.get());
    if (code < 0) return libav_error(Remedy::give_up, "mp4", code);
    stream->time_base = sample_time;
    return {};
  }

  // Freed with the output context.
  Result<> add_chapters() {
    const std::size_t count = parts_.chapters.size();
    if (count == 0) return {};
    output_->chapters = static_cast<AVChapter**>(av_calloc(count, sizeof(AVChapter*)));
    if (output_->chapters == nullptr) return Error{Remedy::give_up, "mp4: out of memory"};
    for (std::size_t index = 0; index < count; ++index) {
      auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
      if (chapter == nullptr) return Error{Remedy::give_up, "mp4: out of memory"};
      chapter->id = static_cast<std::int64_t>(index) + 1;
      chapter->time_base = frame_time;
      chapter->start = parts_.chapters[index].start.index;
      chapter->end =
          index + 1 < count ? parts_.chapters[index + 1].start.index : reels_.length.count;
      av_dict_set(&chapter->metadata, "title", parts_.chapters[index].title.c_str(), 0);
      output_->chapters[output_->nb_chapters++] = chapter;
    }
    return {};
  }

  Result<> write_picture(const TakePacket& taken, std::int64_t start, std::int64_t decoded) {
    Packet packet(av_packet_alloc());
    int code = av_new_packet(packet.get(), static_cast<int>(taken.bytes.size()));
    if (code < 0) return libav_error(Remedy::give_up, "mp4", code);
    std::memcpy(packet->data, taken.bytes.data(), taken.bytes.size());
    packet->pts = start + taken.shown_at;
    packet->dts = decoded - reorder_frames;
    packet->duration = 1;  // libx264 leaves it 0, and the film would end a frame early
    if (taken.key) packet->flags |= AV_PKT_FLAG_KEY;
    return write(*packet, 0, frame_time);
  }

  Result<> write_sound_before(std::int64_t frame) {
    while (next_sound_ < sound_.packets.size()) {
      AVPacket& packet = *sound_.packets[next_sound_];
      if (av_compare_ts(packet.pts, sample_time, frame, frame_time) >= 0) return {};
      TRY_DO(write(packet, 1, sample_time));
      ++next_sound_;
    }
    return {};
  }

  Result<> write(AVPacket& packet, int stream, AVRational unit) {
    av_packet_rescale_ts(&packet, unit, output_->streams[stream]->time_base);
    packet.stream_index = stream;
    const int code = av_interleaved_write_frame(output_.get(), &packet);
    if (code < 0) return libav_error(Remedy::fix_input, "cannot write " + path_, code);
    return {};
  }

  const FilmParts& parts_;
  const Reels& reels_;
  std::string path_;
  Output output_;
  AacTrack sound_;
  std::size_t next_sound_ = 0;
};

Result<> write_parts(const FilmParts& parts, const Reels& reels, const std::string& path) {
  Muxer muxer(parts, reels);
  TRY_DO(muxer.open(path));
  return muxer.write_all();
}

}  // namespace

Result<> write_film(const FilmParts& parts, const std::string& path) {
  TRY(const Reels reels, read_reels(parts.takes));
  const auto samples =
      static_cast<std::size_t>(reels.length.count * sample_rate / film_rate.numerator);
  if (parts.sound != nullptr &&
      (parts.sound->left.size() != samples || parts.sound->right.size() != samples)) {
    return fix_input("the sound is " + std::to_string(parts.sound->left.size()) +
                     " samples long and the picture " + std::to_string(samples));
  }
  const std::string written = path + ".part";
  const Result<> done = write_parts(parts, reels, written);
  if (!done) {
    std::remove(written.c_str());
    return done;
  }
  return keep_file(written, path);
}

}  // namespace onereel::media
