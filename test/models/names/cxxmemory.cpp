// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

struct Session {
  explicit Session(const std::string &name) : name(name) {}
  virtual ~Session() = default;
  std::string name;
};
struct Admin : Session {
  using Session::Session;
};

std::string pointers(std::string name, Session *raw) {
  auto unique = std::make_unique<Session>(name);
  auto shared = std::make_shared<Admin>(std::move(name));
  std::unique_ptr<Session> owner(raw), taken(std::move(unique)), none;
  std::shared_ptr<Session> base = shared, copy(base), fromUnique(std::move(taken));
  std::weak_ptr<Session> weak(base);
  weak = base;
  owner = std::move(none);
  owner.reset(raw);
  owner.reset();
  base.reset();
  base = fromUnique;
  Session *given = owner.release();
  std::shared_ptr<Admin> down = std::dynamic_pointer_cast<Admin>(copy);
  if (owner && shared && !weak.expired() && given)
    return owner->name + shared->name + (*owner).name + (*copy).name + owner.get()->name + copy.get()->name + weak.lock()->name + down->name;
  std::swap(owner, none);
  owner.swap(none);
  std::vector<std::string> names{std::as_const(given->name), std::exchange(given->name, "x"), std::forward<std::string>(name)};
  std::reference_wrapper<std::string> reference = std::ref(given->name);
  return reference.get() + names[0] + std::max(names[0], names[1]);
}

std::string optionals(std::string name) {
  std::optional<std::string> none, some(name), other = some, made = std::make_optional<std::string>("x"), in(std::in_place, "y");
  none = name;
  none = some;
  none.emplace("z");
  none = std::nullopt;
  none.reset();
  if (none && some.has_value() && none != some)
    return *none + none->substr(0) + some.value() + other.value_or("default") + *made + *in;
  return name;
}

std::string pairs(std::string name) {
  std::pair<std::string, std::string> pair("a", name), copy = pair, made = std::make_pair(std::string("b"), name);
  std::tuple<std::string, int> tuple(name, 1);
  auto [text, number] = std::make_tuple(name, 2);
  std::tie(name, number) = tuple;
  return pair.first + copy.second + made.second + std::get<0>(tuple) + text;
}

std::string sequences(std::string name, const std::vector<std::string> &given) {
  std::vector<std::string> list{"a", "b"}, repeated(3, name), copy(list), range(list.begin(), list.end()), empty;
  list.push_back(name);
  list.push_back("c");
  list.emplace_back("d");
  list.insert(list.begin(), name);
  list.insert(list.end(), given.begin(), given.end());
  list.emplace(list.begin(), "e");
  list.erase(list.begin());
  list = {"f"};
  list.assign(3, name);
  list.swap(copy);
  list.reserve(3);
  list.resize(3);
  empty.clear();
  std::string text;
  for (const std::string &one : list)
    text += one;
  for (auto it = list.rbegin(); it != list.rend(); ++it)
    text += *it + it->substr(1);
  for (size_t i = 0; i < list.size(); ++i)
    text += list[i] + list.at(i) + list.front() + list.back() + *list.data() + *(list.begin() + 1) + *std::next(list.begin());
  std::array<std::string, 2> fixed{"g", "h"};
  for (const std::string &one : fixed)
    text += one + fixed[0] + fixed.at(1);
  std::span<const std::string> view(given);
  for (const std::string &one : view)
    text += one + view[0];
  std::deque<std::string> deque{"i"};
  std::list<std::string> linked{"j"};
  deque.push_front(name);
  linked.push_back(name);
  for (const std::string &one : deque)
    text += one;
  for (const std::string &one : linked)
    text += one;
  std::queue<std::string> queue;
  std::stack<std::string> stack;
  queue.push(name);
  stack.emplace(name);
  text += queue.front() + stack.top();
  queue.pop();
  stack.pop();
  const char *const words[] = {"k", "l"};
  for (const char *word : words)
    text += word;
  text += *std::begin(words);
  return text + list.front();
}

std::string maps(std::string name) {
  std::map<std::string, std::string> map{{"a", "b"}}, empty;
  std::unordered_map<std::string, std::string> hash{{"c", "d"}};
  map["e"] = name;
  hash[name] = "f";
  map.insert({"g", name});
  map.emplace("h", name);
  map.try_emplace("i", name);
  map.insert_or_assign("j", name);
  hash.insert(std::make_pair(name, name));
  hash.emplace(name, name);
  std::string text = map.at(name) + hash.at(name);
  if (auto it = map.find(name); it != map.end())
    text += it->second + (*it).first;
  if (auto it = hash.find(name); it != hash.end())
    text += it->second;
  for (const auto &[key, value] : map)
    text += key + value;
  for (const auto &[key, value] : hash)
    text += key + value;
  std::set<std::string> set{"k", "l"};
  std::unordered_set<std::string> hashed{"m"};
  set.insert(name);
  hashed.emplace(name);
  if (map.count(name) || hash.contains(name) || set.contains(name) || hashed.count(name) || set.find(name) != set.end() ||
      hashed.find(name) != hashed.end())
    text += *set.begin();
  for (const std::string &one : set)
    text += one;
  map.erase(name);
  map.clear();
  set.erase(name);
  return text;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @__gnu_cxx::__normal_iterator::__normal_iterator(
// CHECK-DAG: @__gnu_cxx::__normal_iterator::operator*(
// CHECK-DAG: @__gnu_cxx::__normal_iterator::operator+(
// CHECK-DAG: @__gnu_cxx::__normal_iterator::operator++(
// CHECK-DAG: @__gnu_cxx::operator==(
// CHECK-DAG: @std::_Deque_iterator::operator*(
// CHECK-DAG: @std::_Deque_iterator::operator++(
// CHECK-DAG: @std::_List_iterator::operator*(
// CHECK-DAG: @std::_List_iterator::operator++(
// CHECK-DAG: @std::_Rb_tree_const_iterator::operator*(
// CHECK-DAG: @std::_Rb_tree_const_iterator::operator++(
// CHECK-DAG: @std::_Rb_tree_iterator::operator*(
// CHECK-DAG: @std::_Rb_tree_iterator::operator++(
// CHECK-DAG: @std::_Rb_tree_iterator::operator->(
// CHECK-DAG: @std::__detail::_Node_iterator::operator*(
// CHECK-DAG: @std::__detail::_Node_iterator::operator++(
// CHECK-DAG: @std::__detail::_Node_iterator::operator->(
// CHECK-DAG: @std::__detail::operator==(
// CHECK-DAG: @std::__shared_ptr::get(
// CHECK-DAG: @"std::__shared_ptr::operator bool"(
// CHECK-DAG: @std::__shared_ptr::reset(
// CHECK-DAG: @std::__shared_ptr_access::operator*(
// CHECK-DAG: @std::__shared_ptr_access::operator->(
// CHECK-DAG: @std::__weak_ptr::expired(
// CHECK-DAG: @std::array::at(
// CHECK-DAG: @std::array::begin(
// CHECK-DAG: @std::array::end(
// CHECK-DAG: @std::array::operator[](
// CHECK-DAG: @std::array::~array(
// CHECK-DAG: @std::begin(
// CHECK-DAG: @std::deque::begin(
// CHECK-DAG: @std::deque::deque(
// CHECK-DAG: @std::deque::end(
// CHECK-DAG: @std::deque::push_front(
// CHECK-DAG: @std::deque::~deque(
// CHECK-DAG: @std::dynamic_pointer_cast(
// CHECK-DAG: @std::exchange(
// CHECK-DAG: @std::get(
// CHECK-DAG: @std::in_place_t::in_place_t(
// CHECK-DAG: @std::list::begin(
// CHECK-DAG: @std::list::end(
// CHECK-DAG: @std::list::list(
// CHECK-DAG: @std::list::push_back(
// CHECK-DAG: @std::list::~list(
// CHECK-DAG: @std::make_optional(
// CHECK-DAG: @std::make_pair(
// CHECK-DAG: @std::make_shared(
// CHECK-DAG: @std::make_tuple(
// CHECK-DAG: @std::make_unique(
// CHECK-DAG: @std::map::at(
// CHECK-DAG: @std::map::begin(
// CHECK-DAG: @std::map::clear(
// CHECK-DAG: @std::map::count(
// CHECK-DAG: @std::map::emplace(
// CHECK-DAG: @std::map::end(
// CHECK-DAG: @std::map::erase(
// CHECK-DAG: @std::map::find(
// CHECK-DAG: @std::map::insert(
// CHECK-DAG: @std::map::insert_or_assign(
// CHECK-DAG: @std::map::map(
// CHECK-DAG: @std::map::operator[](
// CHECK-DAG: @std::map::try_emplace(
// CHECK-DAG: @std::map::~map(
// CHECK-DAG: @std::max(
// CHECK-DAG: @std::next(
// CHECK-DAG: @std::nullopt_t::nullopt_t(
// CHECK-DAG: @std::optional::emplace(
// CHECK-DAG: @std::optional::has_value(
// CHECK-DAG: @"std::optional::operator bool"(
// CHECK-DAG: @std::optional::operator*(
// CHECK-DAG: @std::optional::operator->(
// CHECK-DAG: @std::optional::operator=(
// CHECK-DAG: @std::optional::optional(
// CHECK-DAG: @std::optional::reset(
// CHECK-DAG: @std::optional::value(
// CHECK-DAG: @std::optional::value_or(
// CHECK-DAG: @std::optional::~optional(
// CHECK-DAG: @std::pair::pair(
// CHECK-DAG: @std::pair::~pair(
// CHECK-DAG: @std::queue::front(
// CHECK-DAG: @std::queue::pop(
// CHECK-DAG: @std::queue::push(
// CHECK-DAG: @std::queue::queue(
// CHECK-DAG: @std::queue::~queue(
// CHECK-DAG: @std::ref(
// CHECK-DAG: @std::reference_wrapper::get(
// CHECK-DAG: @std::reverse_iterator::operator*(
// CHECK-DAG: @std::reverse_iterator::operator++(
// CHECK-DAG: @std::reverse_iterator::operator->(
// CHECK-DAG: @std::set::begin(
// CHECK-DAG: @std::set::contains(
// CHECK-DAG: @std::set::end(
// CHECK-DAG: @std::set::erase(
// CHECK-DAG: @std::set::find(
// CHECK-DAG: @std::set::insert(
// CHECK-DAG: @std::set::set(
// CHECK-DAG: @std::set::~set(
// CHECK-DAG: @std::shared_ptr::operator=(
// CHECK-DAG: @std::shared_ptr::shared_ptr(
// CHECK-DAG: @std::shared_ptr::~shared_ptr(
// CHECK-DAG: @std::span::begin(
// CHECK-DAG: @std::span::end(
// CHECK-DAG: @std::span::operator[](
// CHECK-DAG: @std::span::span(
// CHECK-DAG: @std::stack::emplace(
// CHECK-DAG: @std::stack::pop(
// CHECK-DAG: @std::stack::stack(
// CHECK-DAG: @std::stack::top(
// CHECK-DAG: @std::stack::~stack(
// CHECK-DAG: @std::swap(
// CHECK-DAG: @std::tie(
// CHECK-DAG: @std::tuple::tuple(
// CHECK-DAG: @std::tuple::~tuple(
// CHECK-DAG: @std::unique_ptr::get(
// CHECK-DAG: @"std::unique_ptr::operator bool"(
// CHECK-DAG: @std::unique_ptr::operator*(
// CHECK-DAG: @std::unique_ptr::operator->(
// CHECK-DAG: @std::unique_ptr::operator=(
// CHECK-DAG: @std::unique_ptr::release(
// CHECK-DAG: @std::unique_ptr::reset(
// CHECK-DAG: @std::unique_ptr::swap(
// CHECK-DAG: @std::unique_ptr::unique_ptr(
// CHECK-DAG: @std::unique_ptr::~unique_ptr(
// CHECK-DAG: @std::unordered_map::at(
// CHECK-DAG: @std::unordered_map::begin(
// CHECK-DAG: @std::unordered_map::contains(
// CHECK-DAG: @std::unordered_map::emplace(
// CHECK-DAG: @std::unordered_map::end(
// CHECK-DAG: @std::unordered_map::find(
// CHECK-DAG: @std::unordered_map::insert(
// CHECK-DAG: @std::unordered_map::operator[](
// CHECK-DAG: @std::unordered_map::unordered_map(
// CHECK-DAG: @std::unordered_map::~unordered_map(
// CHECK-DAG: @std::unordered_set::count(
// CHECK-DAG: @std::unordered_set::emplace(
// CHECK-DAG: @std::unordered_set::end(
// CHECK-DAG: @std::unordered_set::find(
// CHECK-DAG: @std::unordered_set::unordered_set(
// CHECK-DAG: @std::unordered_set::~unordered_set(
// CHECK-DAG: @std::vector::assign(
// CHECK-DAG: @std::vector::at(
// CHECK-DAG: @std::vector::back(
// CHECK-DAG: @std::vector::begin(
// CHECK-DAG: @std::vector::clear(
// CHECK-DAG: @std::vector::data(
// CHECK-DAG: @std::vector::emplace(
// CHECK-DAG: @std::vector::emplace_back(
// CHECK-DAG: @std::vector::end(
// CHECK-DAG: @std::vector::erase(
// CHECK-DAG: @std::vector::front(
// CHECK-DAG: @std::vector::insert(
// CHECK-DAG: @std::vector::operator=(
// CHECK-DAG: @std::vector::operator[](
// CHECK-DAG: @std::vector::push_back(
// CHECK-DAG: @std::vector::rbegin(
// CHECK-DAG: @std::vector::rend(
// CHECK-DAG: @std::vector::reserve(
// CHECK-DAG: @std::vector::resize(
// CHECK-DAG: @std::vector::size(
// CHECK-DAG: @std::vector::swap(
// CHECK-DAG: @std::vector::vector(
// CHECK-DAG: @std::vector::~vector(
// CHECK-DAG: @std::weak_ptr::lock(
// CHECK-DAG: @std::weak_ptr::operator=(
// CHECK-DAG: @std::weak_ptr::weak_ptr(
// CHECK-DAG: @std::weak_ptr::~weak_ptr(
