#pragma once

#include <pqxx/pqxx>

#include <optional>
#include <string>
#include <vector>

namespace shop {

enum class Role { customer, support, admin };

struct User {
  int id = 0;
  std::string email;
  std::string name;
};

std::optional<User> find_user(pqxx::transaction_base &tx, int id);
std::optional<User> find_user_by_email(pqxx::transaction_base &tx, const std::string &email);
std::vector<User> find_users(pqxx::transaction_base &tx, const std::vector<int> &ids);
std::vector<User> find_users_by_role(pqxx::transaction_base &tx, Role role);
std::vector<User> search_users(pqxx::transaction_base &tx, const std::string &name);

int register_user(pqxx::transaction_base &tx, const std::string &email, const std::string &name);
std::string open_guest_session(pqxx::transaction_base &tx);
void rename_user(pqxx::transaction_base &tx, int id, const std::string &name);
void deactivate_user(pqxx::transaction_base &tx, int id);

// What the account page suggests to a user whose profile is incomplete.
std::string profile_hint(const User &user);

} // namespace shop
