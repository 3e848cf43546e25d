// Options → command → exit status.
#include "commands/become_preview.hpp"
#include "commands/run.hpp"

int main(int argument_count, char** arguments) {
  using namespace gaceta::commands;
  return run_program(argument_count, arguments, [&](const ServeOptions&) { return become_preview(arguments); });
}
