// Options → command → exit status.
#include <exception>
#include <iostream>

#include "commands/run.hpp"

int main(int argument_count, char** arguments) {
  using gaceta::commands::ExitStatus;
  try {
    return static_cast<int>(gaceta::commands::run(argument_count, arguments));
  } catch (const std::bad_alloc&) {
    std::cerr << "gaceta: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "gaceta: " << error.what() << "\n";
  }
  return static_cast<int>(ExitStatus::machine_failed);
}
