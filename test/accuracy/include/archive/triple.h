// A container of a library that no model describes: three of a kind, its bodies elsewhere.
#pragma once

namespace archive {

template <typename T> class triple {
public:
  T &nodes() noexcept;
  const T &nodes() const noexcept;
  T &ways() noexcept;
  const T &ways() const noexcept;
  T *begin() noexcept;
  T *end() noexcept;

private:
  T members_[3];
};

} // namespace archive
