// Facts of the vocabulary as sentences, one a line, with the call as their subject.
#pragma once

#include "models/model.h"

#include <string>
#include <vector>

namespace clangsql::models {

std::vector<std::string> inWords(const Function &);
std::vector<std::string> inWords(const Class &);
std::vector<std::string> inWords(const Variable &);

/// "argument 2", "the object", "the elements of argument 5".
std::string inWords(const Argument &);

} // namespace clangsql::models
