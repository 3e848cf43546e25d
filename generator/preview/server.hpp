// An HTTP server on loopback that shows a folder: GET and HEAD, nothing else, to nobody but this machine. Reads files
// for each request; writes none.
//
// Threads: all functions may be called from any thread; requests are answered on threads of the server's own.
#pragma once

#include <memory>
#include <string>

#include "preview/answer.hpp"

namespace gaceta::preview {

class Server {
 public:
  /// Of the pages in `folder`, which need not exist yet.
  explicit Server(std::string folder);
  /// Stops, and waits for requests that are being answered: two seconds at most, for one that came half.
  ~Server();

  /// Takes the port of 127.0.0.1; 0: any that is free. False if it cannot be had.
  bool bind(int port);
  int port() const;

  /// Begins to answer. After bind().
  void start();

  /// What requests are answered with from now on.
  void show(Shown shown);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gaceta::preview
