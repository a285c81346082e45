// userver's sleeps: declarations as in userver 2.
#pragma once
#include <chrono>
namespace engine {
template <typename Rep, typename Period> void SleepFor(const std::chrono::duration<Rep, Period> &);
template <typename Rep, typename Period> void InterruptibleSleepFor(const std::chrono::duration<Rep, Period> &);
} // namespace engine
