// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>

using namespace std::chrono_literals;

void work(int) {}

void threads() {
  std::thread thread(work, 1), other;
  std::jthread joining(work, 2);
  other = std::move(thread);
  other.join();
  std::thread(work, 3).detach();
  std::future<void> task = std::async(work, 4), later = std::async(std::launch::async, work, 5);
  task.get();
  later.wait();
  later.wait_for(1s);
  std::packaged_task<void(int)> packaged(work);
  packaged(6);
  std::promise<int> promise;
  promise.set_value(7);
  promise.get_future().get();
  std::this_thread::sleep_for(1s);
  std::this_thread::sleep_until(std::chrono::steady_clock::now());
  std::this_thread::yield();
}

void locks(std::mutex &mutex, std::shared_mutex &shared, std::condition_variable &condition) {
  std::lock_guard guard(mutex);
  std::scoped_lock both(mutex, shared);
  std::unique_lock lock(mutex), deferred(mutex, std::defer_lock);
  std::shared_lock reading(shared);
  deferred.lock();
  deferred.unlock();
  mutex.lock();
  mutex.try_lock();
  mutex.unlock();
  shared.lock_shared();
  shared.unlock_shared();
  condition.wait(lock);
  condition.wait(lock, [] { return true; });
  condition.wait_for(lock, 1s);
  condition.notify_all();
  std::latch latch(1);
  latch.count_down();
  latch.wait();
  std::barrier barrier(1);
  barrier.arrive_and_wait();
  std::counting_semaphore<2> semaphore(1);
  semaphore.acquire();
  semaphore.release();
  std::atomic<int> counter = 0;
  counter.fetch_add(1);
  counter.wait(0);
  ++counter;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @std::__atomic_base::fetch_add(
// CHECK-DAG: @std::__atomic_base::operator++(
// CHECK-DAG: @std::__basic_future::wait(
// CHECK-DAG: @std::__basic_future::wait_for(
// CHECK-DAG: @std::async(
// CHECK-DAG: @std::atomic::atomic(
// CHECK-DAG: @std::barrier::arrive_and_wait(
// CHECK-DAG: @std::barrier::barrier(
// CHECK-DAG: @std::condition_variable::notify_all(
// CHECK-DAG: @std::condition_variable::wait(
// CHECK-DAG: @std::condition_variable::wait_for(
// CHECK-DAG: @std::counting_semaphore::acquire(
// CHECK-DAG: @std::counting_semaphore::counting_semaphore(
// CHECK-DAG: @std::counting_semaphore::release(
// CHECK-DAG: @std::defer_lock_t::defer_lock_t(
// CHECK-DAG: @std::future::get(
// CHECK-DAG: @std::future::~future(
// CHECK-DAG: @std::jthread::jthread(
// CHECK-DAG: @std::jthread::~jthread(
// CHECK-DAG: @std::latch::count_down(
// CHECK-DAG: @std::latch::latch(
// CHECK-DAG: @std::latch::wait(
// CHECK-DAG: @std::lock_guard::lock_guard(
// CHECK-DAG: @std::lock_guard::~lock_guard(
// CHECK-DAG: @std::mutex::lock(
// CHECK-DAG: @std::mutex::try_lock(
// CHECK-DAG: @std::mutex::unlock(
// CHECK-DAG: @std::packaged_task::~packaged_task(
// CHECK-DAG: @std::promise::get_future(
// CHECK-DAG: @std::promise::promise(
// CHECK-DAG: @std::promise::set_value(
// CHECK-DAG: @std::promise::~promise(
// CHECK-DAG: @std::scoped_lock::scoped_lock(
// CHECK-DAG: @std::scoped_lock::~scoped_lock(
// CHECK-DAG: @std::shared_lock::shared_lock(
// CHECK-DAG: @std::shared_lock::~shared_lock(
// CHECK-DAG: @std::shared_mutex::lock_shared(
// CHECK-DAG: @std::shared_mutex::unlock_shared(
// CHECK-DAG: @std::this_thread::sleep_for(
// CHECK-DAG: @std::this_thread::sleep_until(
// CHECK-DAG: @std::this_thread::yield(
// CHECK-DAG: @std::thread::detach(
// CHECK-DAG: @std::thread::join(
// CHECK-DAG: @std::thread::operator=(
// CHECK-DAG: @std::thread::thread(
// CHECK-DAG: @std::thread::~thread(
// CHECK-DAG: @std::unique_lock::lock(
// CHECK-DAG: @std::unique_lock::unique_lock(
// CHECK-DAG: @std::unique_lock::unlock(
// CHECK-DAG: @std::unique_lock::~unique_lock(
