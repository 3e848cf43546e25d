// cpp-httplib gives each connection a thread of a pool. So that no browser holds threads that it does not use, every
// connection serves one request, and one that stays silent is dropped soon.
#include "preview/server.hpp"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

#include "filesystem/path.hpp"
#include "filesystem/real_folder.hpp"

namespace gaceta::preview {
namespace {

constexpr std::size_t kThreads = 32;
constexpr int kSecondsToBegin = 1, kSecondsToGoOn = 2, kSecondsToTake = 5;
constexpr std::size_t kMostSent = 1 << 16;  // bytes that come with a request, for nothing

const httplib::Headers kHeaders = {
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"Cross-Origin-Resource-Policy", "same-origin"},  // drafts are nobody else's pictures and scripts
};

/// Without SO_REUSEPORT, which the library would set: two servers would share a port.
void set_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

/// Whether the part of a file that is asked for lies in it; else the file is sent whole, as it may be (RFC 9110, 14.2).
bool has_usable_range(const httplib::Request& request, std::size_t size) {
  if (request.ranges.size() != 1) return false;
  const auto end = static_cast<ssize_t>(size);
  const ssize_t first = request.ranges.front().first, last = request.ranges.front().second;
  if (first < 0) return last > 0 && last <= end;
  return first < end && (last < 0 || (first <= last && last < end));
}

/// As pieces, so that the library does not compress them: nothing is far away here.
void set_body(httplib::Response& response, std::string bytes, const std::string& type) {
  if (bytes.empty()) return response.set_content("", type);
  const auto body = std::make_shared<const std::string>(std::move(bytes));
  response.set_content_provider(body->size(), type,
                                [body](std::size_t from, std::size_t size, httplib::DataSink& sink) {
                                  if (from >= body->size()) return false;
                                  return sink.write(body->data() + from, std::min(size, body->size() - from));
                                });
}

}  // namespace

struct Server::State {
  explicit State(std::string pages) : folder(std::move(pages)) {}

  std::string folder;
  httplib::Server server;
  int port = 0;
  std::thread listener;
  std::atomic<bool> has_ended{false};  ///< the listener
  std::mutex mutex;                    // guards `shown`
  std::shared_ptr<const Shown> shown = std::make_shared<Shown>();

  std::shared_ptr<const Shown> now() {
    const std::lock_guard lock(mutex);
    return shown;
  }

  bool leads_outside(const std::string& path) const {
    const auto real = filesystem::resolved_path(folder + "/" + path);
    const auto real_folder = filesystem::resolved_path(folder);
    return !real.ok() || !real_folder.ok() || !filesystem::is_below(real.value(), real_folder.value());
  }

  /// What is shown is looked up before the file is read: a page that is older than it says is loaded again, one that is
  /// newer never would be.
  Answer answer_to(const httplib::Request& request) {
    Request asked{request.method, request.target, {}};
    const auto hosts = request.headers.equal_range("Host");
    for (auto host = hosts.first; host != hosts.second; ++host) asked.hosts.push_back(host->second);
    const auto what = now();
    const auto opened = filesystem::open_folder(folder);
    if (!opened.ok()) return answer(asked, nullptr, *what);
    const Pages pages{*opened.value(), [this](const std::string& path) { return leads_outside(path); }};
    return answer(asked, &pages, *what);
  }

  void respond(const httplib::Request& request, httplib::Response& response) {
    Answer made = answer_to(request);
    const bool is_part = made.status == 200 && has_usable_range(request, made.body.size());
    // The library owns the request, would obey any range, and gives no other way to refuse one.
    if (!is_part) const_cast<httplib::Request&>(request).ranges.clear();
    if (!is_part) response.status = made.status;  // else 206, which the library knows
    if (made.status == 405) response.set_header("Allow", "GET, HEAD");
    if (!made.location.empty()) response.set_header("Location", made.location);
    set_body(response, std::move(made.body), made.type);
  }

  void prepare() {
    server.set_socket_options(set_options);
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1);
    server.set_keep_alive_timeout(kSecondsToBegin);
    server.set_read_timeout(kSecondsToGoOn);
    server.set_write_timeout(kSecondsToTake);
    server.set_payload_max_length(kMostSent);
    server.set_default_headers(kHeaders);
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      respond(request, response);
      return httplib::Server::HandlerResponse::Handled;
    });
  }
};

Server::Server(std::string folder) : state_(std::make_unique<State>(std::move(folder))) {
  state_->prepare();
}

Server::~Server() {
  if (!state_->listener.joinable()) return;
  state_->server.stop();
  state_->listener.join();
}

bool Server::bind(int port) {
  const char* const here = "127.0.0.1";
  const int bound =
      port == 0 ? state_->server.bind_to_any_port(here) : (state_->server.bind_to_port(here, port) ? port : -1);
  if (bound <= 0) return false;
  state_->port = bound;
  return true;
}

int Server::port() const {
  return state_->port;
}

void Server::start() {
  state_->listener = std::thread([this] {
    state_->server.listen_after_bind();
    state_->has_ended = true;
  });
  while (!state_->server.is_running() && !state_->has_ended) std::this_thread::yield();
}

void Server::show(Shown shown) {
  auto next = std::make_shared<const Shown>(std::move(shown));
  const std::lock_guard lock(state_->mutex);
  state_->shown = std::move(next);
}

}  // namespace gaceta::preview
