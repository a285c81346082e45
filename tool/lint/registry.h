// All rules there are. The list is generated from the folders under rules/ (rules/CMakeLists.txt).
#pragma once

#include <vector>

namespace clangsql::lint {
struct Rule;
}

namespace clangsql::rules {

/// By name.
std::vector<const lint::Rule *> all();

} // namespace clangsql::rules
