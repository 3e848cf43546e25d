// gaceta-serve: the same command line, in the program that has the server.
#include "commands/run.hpp"
#include "commands/serve.hpp"

int main(int argument_count, char** arguments) {
  return gaceta::commands::run_program(argument_count, arguments, gaceta::commands::serve);
}
