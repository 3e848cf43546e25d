// What a Folder promises, asked of the disk and of its twin in memory alike.
#include "filesystem/folder.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "filesystem/memory_folder.hpp"
#include "filesystem/real_folder.hpp"
#include "temporary_folder.hpp"

using namespace gaceta::filesystem;
using Kind = Error::Kind;

namespace {

struct Disk {
  TemporaryFolder place;
  std::unique_ptr<Folder> folder = open_folder(place.path().string()).value();
  std::unique_ptr<Folder> again() { return open_folder(place.path().string()).value(); }
};

struct Memory {
  std::unique_ptr<MemoryFolder> folder = std::make_unique<MemoryFolder>();
  std::unique_ptr<Folder> again() { return folder->again(); }
};

std::vector<std::string> paths(const Result<std::vector<Entry>>& tree) {
  REQUIRE(tree.ok());
  std::vector<std::string> result;
  for (const Entry& entry : tree.value()) {
    result.push_back(entry.path + (entry.type == Entry::Type::directory ? "/" : ""));
  }
  return result;
}

template <typename T>
std::optional<Kind> kind(const Result<T>& result) {
  if (result) return std::nullopt;
  return result.error().kind;
}

using Paths = std::vector<std::string>;

}  // namespace

#define BOTH_TWINS(name) TEMPLATE_TEST_CASE(name, "", Disk, Memory)

BOTH_TWINS("what was written is read back, and folders are made on the way") {
  TestType twin;
  REQUIRE(twin.folder->write("es/tmec/index.html", "hola").ok());
  REQUIRE(twin.folder->write("leer.txt", std::string("a\0b\n", 4)).ok());
  CHECK(twin.folder->read("es/tmec/index.html").value() == "hola");
  CHECK(twin.folder->read("leer.txt").value() == std::string("a\0b\n", 4));
  CHECK(twin.folder->counts().created == 2);
  CHECK(twin.folder->counts().directories == 2);
}

BOTH_TWINS("a file is created and compared piece by piece, wherever the pieces end") {
  TestType twin;
  std::string bytes(200'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31 % 251);
  const auto in_pieces_of = [](const std::string& whole, std::size_t size) -> Pieces {
    return [&whole, size](const Sink& sink) {
      for (std::size_t i = 0; i < whole.size(); i += size) sink(std::string_view(whole).substr(i, size));
    };
  };
  const Result<Entry> created = twin.folder->create("a/file", in_pieces_of(bytes, 777));
  REQUIRE(created.ok());
  CHECK(created.value() == twin.folder->stat("a/file").value());
  CHECK(twin.folder->read("a/file").value() == bytes);
  CHECK(kind(twin.folder->create("a/file", in_pieces_of(bytes, 777))) == Kind::already_exists);
  for (const std::size_t size : {1'000u, 65'536u, 65'537u, 200'000u}) {
    CHECK(twin.folder->holds("a/file", in_pieces_of(bytes, size)));
  }
  const std::string longer = bytes + "x", shorter = bytes.substr(1);
  std::string other = bytes;
  other[100'000] ^= 1;
  for (const std::string& different : {longer, shorter, other}) {
    CHECK_FALSE(twin.folder->holds("a/file", in_pieces_of(different, 1'000)));
  }
  CHECK_FALSE(twin.folder->holds("b", in_pieces_of(bytes, 1'000)));
  REQUIRE(twin.folder->create("empty", [](const Sink&) {}).ok());
  CHECK(twin.folder->holds("empty", [](const Sink&) {}));
  CHECK(twin.folder->read("empty").value().empty());
}

BOTH_TWINS("a file of any size survives writing and reading, an empty one too") {
  TestType twin;
  for (std::size_t size : {0u, 1u, 4095u, 4096u, 65536u, 65537u, 1000000u}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 % 251);
    REQUIRE(twin.folder->write("file", bytes).ok());
    CHECK(twin.folder->read("file").value() == bytes);
    CHECK(twin.folder->holds("file", bytes));
    CHECK_FALSE(twin.folder->holds("file", bytes + "x"));
    if (size > 0) {
      bytes.back() = static_cast<char>(bytes.back() ^ 1);
      CHECK_FALSE(twin.folder->holds("file", bytes));
    }
  }
}

BOTH_TWINS("writing over a longer file leaves nothing of it") {
  TestType twin;
  REQUIRE(twin.folder->write("file", "a long text").ok());
  REQUIRE(twin.folder->write("file", "short").ok());
  CHECK(twin.folder->read("file").value() == "short");
  CHECK(twin.folder->counts().created == 1);
  CHECK(twin.folder->counts().written == 2);
}

BOTH_TWINS("create tells what the file is now and refuses what is there") {
  TestType twin;
  const Result<Entry> created = twin.folder->create("a/b", "12345");
  REQUIRE(created.ok());
  CHECK(created.value() == twin.folder->stat("a/b").value());
  CHECK(created.value().size == 5);
  CHECK(created.value().modified_ns > 1'500'000'000'000'000'000);
  CHECK(kind(twin.folder->create("a/b", "x")) == Kind::already_exists);
  CHECK(kind(twin.folder->create("a", "x")) == Kind::already_exists);
  CHECK(kind(twin.folder->create("a/b/c", "x")) == Kind::not_a_directory);
  CHECK(twin.folder->read("a/b").value() == "12345");
}

BOTH_TWINS("the tree is sorted by the bytes of the path, a directory before what it holds") {
  TestType twin;
  for (const char* path : {"b", "a/x", "a-b", "a/ñ", "a/y/z", "B"}) REQUIRE(twin.folder->write(path, "1").ok());
  CHECK(paths(twin.folder->tree()) == Paths{"B", "a/", "a-b", "a/x", "a/y/", "a/y/z", "a/ñ", "b"});
  CHECK(paths(twin.folder->tree("a")) == Paths{"a/x", "a/y/", "a/y/z", "a/ñ"});
  CHECK(kind(twin.folder->tree("none")) == Kind::not_found);
  CHECK(kind(twin.folder->tree("b")) == Kind::not_a_directory);
}

BOTH_TWINS("the children are one level of the tree") {
  TestType twin;
  for (const char* path : {"b", "a/x", "a/y/z"}) REQUIRE(twin.folder->write(path, "1").ok());
  CHECK(paths(twin.folder->children()) == Paths{"a/", "b"});
  CHECK(paths(twin.folder->children("a")) == Paths{"a/x", "a/y/"});
  CHECK(kind(twin.folder->children("none")) == Kind::not_found);
  CHECK(kind(twin.folder->children("b")) == Kind::not_a_directory);
}

BOTH_TWINS("the tree tells size and time of files and nothing of directories") {
  TestType twin;
  REQUIRE(twin.folder->write("a/x", "123").ok());
  const std::vector<Entry> tree = twin.folder->tree().value();
  REQUIRE(tree.size() == 2);
  CHECK(tree[0] == Entry{"a", Entry::Type::directory, 0, 0});
  CHECK(tree[1] == twin.folder->stat("a/x").value());
  CHECK(tree[1].size == 3);
}

BOTH_TWINS("an empty folder has an empty tree") {
  TestType twin;
  CHECK(twin.folder->tree().value().empty());
}

BOTH_TWINS("what is missing is not found, below a file too") {
  TestType twin;
  REQUIRE(twin.folder->write("file", "x").ok());
  for (const char* path : {"none", "none/none", "file/x"}) {
    INFO(path);
    CHECK(kind(twin.folder->read(path)) == Kind::not_found);
    CHECK(kind(twin.folder->stat(path)) == Kind::not_found);
    CHECK_FALSE(twin.folder->holds(path, "x"));
    CHECK_FALSE(twin.folder->holds(path, ""));
  }
  CHECK(twin.folder->read("none").error().path == "none");
  CHECK(twin.folder->read("none").error().message == "No such file or directory");
}

BOTH_TWINS("a directory is not a file, and a file is not a directory") {
  TestType twin;
  REQUIRE(twin.folder->write("a/x", "x").ok());
  CHECK(twin.folder->read("a").error().message == "Is a directory");
  CHECK_FALSE(twin.folder->holds("a", ""));
  CHECK(twin.folder->write("a", "x").error().message == "Is a directory");
  CHECK(kind(twin.folder->write("a/x/y", "x")) == Kind::not_a_directory);
  CHECK(twin.folder->write("a/x/y", "x").error().path == "a/x");
  CHECK(kind(twin.folder->open("a/x")) == Kind::not_a_directory);
}

BOTH_TWINS("rename moves a file over another one and makes its folders") {
  TestType twin;
  REQUIRE(twin.folder->write("from", "new").ok());
  REQUIRE(twin.folder->write("to", "old").ok());
  const Entry before = twin.folder->stat("from").value();
  REQUIRE(twin.folder->rename("from", "to").ok());
  REQUIRE(twin.folder->rename("to", "a/b/c").ok());
  CHECK(paths(twin.folder->tree()) == Paths{"a/", "a/b/", "a/b/c"});
  CHECK(twin.folder->read("a/b/c").value() == "new");
  CHECK(twin.folder->stat("a/b/c").value().modified_ns == before.modified_ns);
  CHECK(kind(twin.folder->rename("from", "to")) == Kind::not_found);
  CHECK(twin.folder->rename("from", "to").error().path == "from");
  CHECK(kind(twin.folder->rename("a/b/c/none", "to")) == Kind::not_found);
}

BOTH_TWINS("rename moves a directory with all it holds, but not over a full one") {
  TestType twin;
  REQUIRE(twin.folder->write("from/x/y", "1").ok());
  REQUIRE(twin.folder->write("from/z", "2").ok());
  REQUIRE(twin.folder->write("full/x", "3").ok());
  CHECK(kind(twin.folder->rename("from", "full")) == Kind::already_exists);
  CHECK_FALSE(twin.folder->rename("from", "full/x").ok());
  CHECK_FALSE(twin.folder->rename("full/x", "from").ok());
  CHECK_FALSE(twin.folder->rename("from", "from/x/in").ok());
  REQUIRE(twin.folder->remove("full/x").ok());
  REQUIRE(twin.folder->rename("from", "full").ok());
  CHECK(paths(twin.folder->tree()) == Paths{"full/", "full/x/", "full/x/y", "full/z"});
  REQUIRE(twin.folder->write("from/x/y", "again").ok());
  CHECK(twin.folder->read("full/x/y").value() == "1");
}

BOTH_TWINS("remove takes a file or an empty directory, and nothing there is fine") {
  TestType twin;
  REQUIRE(twin.folder->write("a/x", "1").ok());
  CHECK(kind(twin.folder->remove("a")) == Kind::already_exists);
  CHECK(twin.folder->remove("none").ok());
  CHECK(twin.folder->remove("none/none").ok());
  CHECK(twin.folder->remove("a/x/y").ok());
  CHECK(twin.folder->remove("a/x").ok());
  CHECK(twin.folder->remove("a").ok());
  CHECK(twin.folder->tree().value().empty());
  REQUIRE(twin.folder->write("a/y", "1").ok());
  CHECK(paths(twin.folder->tree()) == Paths{"a/", "a/y"});
}

BOTH_TWINS("remove_all takes a whole tree or a single file, and nothing there is fine") {
  TestType twin;
  for (const char* path : {"a/b/c", "a/b/d", "a/e", "a-b", "file"}) REQUIRE(twin.folder->write(path, "1").ok());
  CHECK(twin.folder->remove_all("none/none").ok());
  CHECK(twin.folder->remove_all("file").ok());
  CHECK(twin.folder->remove_all("a").ok());
  CHECK(paths(twin.folder->tree()) == Paths{"a-b"});
  REQUIRE(twin.folder->write("a/b/c", "1").ok());
}

BOTH_TWINS("a folder opened below another one is made and sees the same files") {
  TestType twin;
  const std::unique_ptr<Folder> inner = twin.folder->open("a/b").value();
  REQUIRE(inner->write("c/d", "1").ok());
  CHECK(twin.folder->read("a/b/c/d").value() == "1");
  CHECK(paths(inner->tree()) == Paths{"c/", "c/d"});
  CHECK(paths(inner->tree("c")) == Paths{"c/d"});
  CHECK(twin.folder->counts() == inner->counts());
}

BOTH_TWINS("a lock keeps out the second one until the first lets go") {
  TestType twin;
  const std::unique_ptr<Folder> second = twin.again();
  auto held = twin.folder->lock();
  REQUIRE(held.ok());
  CHECK(kind(second->lock()) == Kind::in_use);
  held = Error{};
  CHECK(second->lock().ok());
}

BOTH_TWINS("a lock stays with a directory that is renamed") {
  TestType twin;
  auto held = twin.folder->open("a").value()->lock();
  REQUIRE(twin.folder->rename("a", "b").ok());
  CHECK(kind(twin.folder->open("b").value()->lock()) == Kind::in_use);
  CHECK(twin.folder->open("a").value()->lock().ok());
}

BOTH_TWINS("sync takes files and folders that are there") {
  TestType twin;
  REQUIRE(twin.folder->write("a/x", "1").ok());
  CHECK(twin.folder->sync("a/x").ok());
  CHECK(twin.folder->sync("a").ok());
  CHECK(twin.folder->sync("").ok());
  CHECK(kind(twin.folder->sync("none")) == Kind::not_found);
}

BOTH_TWINS("what is done is counted") {
  TestType twin;
  REQUIRE(twin.folder->write("a/x", "1").ok());
  REQUIRE(twin.folder->read("a/x").ok());
  REQUIRE(twin.folder->holds("a/x", "1"));
  REQUIRE(twin.folder->stat("a/x").ok());
  REQUIRE(twin.folder->tree().ok());
  REQUIRE(twin.folder->rename("a/x", "a/y").ok());
  REQUIRE(twin.folder->remove_all("a").ok());
  CHECK(twin.folder->counts() == Counts{.opened = 2,
                                        .looked_at = 1,
                                        .listed = 2,
                                        .created = 1,
                                        .written = 1,
                                        .renamed = 1,
                                        .removed = 2,
                                        .directories = 1});
}

BOTH_TWINS("many threads write different files below the same folders at once") {
  TestType twin;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 100; ++i) {
        const std::string path = "es/" + std::to_string(i % 7) + "/" + std::to_string(t) + "-" + std::to_string(i);
        if (!twin.folder->create(path, path)) std::abort();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::vector<Entry> tree = twin.folder->tree().value();
  CHECK(tree.size() == 400 + 8);
  CHECK(twin.folder->counts().directories == 8);
  CHECK(std::all_of(tree.begin(), tree.end(), [&](const Entry& entry) {
    return entry.type == Entry::Type::directory || twin.folder->holds(entry.path, entry.path);
  }));
}

BOTH_TWINS("a file without a name keeps what is written where it is written, and nobody sees it") {
  TestType twin;
  auto made = twin.folder->unnamed_file();
  REQUIRE(made.ok());
  const std::unique_ptr<UnnamedFile> file = std::move(made).value();
  REQUIRE(file->write(5, "mundo").ok());
  REQUIRE(file->write(0, "hola ").ok());
  std::string read(10, '?');
  REQUIRE(file->read(0, 10, read.data()).ok());
  CHECK(read == "hola mundo");
  REQUIRE(file->read(5, 3, read.data()).ok());
  CHECK(read == "muna mundo");
  CHECK_FALSE(file->read(8, 3, read.data()).ok());
  CHECK(twin.folder->tree().value().empty());
}
