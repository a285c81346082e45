#pragma once

#include <iostream>
#include <string>

namespace shop {

inline void log(const std::string &line) { std::clog << "shop: " << line << '\n'; }

} // namespace shop
