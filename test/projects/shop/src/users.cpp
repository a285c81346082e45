#include "users.h"

#include "log.h"
#include "queries.h"

#include <cstdio>

namespace shop {

namespace {

User to_user(const pqxx::row &row) {
  return {row["id"].as<int>(), row["email"].as<std::string>(), row["name"].as<std::string>()};
}

std::vector<User> to_users(const pqxx::result &rows) {
  std::vector<User> users;
  for (const auto &row : rows) {
    users.push_back(to_user(row));
  }
  return users;
}

const char *role_name(Role role) {
  switch (role) {
  case Role::support: return "support";
  case Role::admin: return "admin";
  case Role::customer: break;
  }
  return "customer";
}

} // namespace

std::optional<User> find_user(pqxx::transaction_base &tx, int id) {
  const pqxx::result rows = tx.exec_params(queries::FETCH_USER_BY_ID, id);
  if (rows.empty()) {
    return std::nullopt;
  }
  return to_user(rows[0]);
}

std::optional<User> find_user_by_email(pqxx::transaction_base &tx, const std::string &email) {
  const pqxx::result rows =
      tx.exec("SELECT id, email, name FROM users WHERE email = '" + email + "'");
  if (rows.empty()) {
    return std::nullopt;
  }
  return to_user(rows[0]);
}

std::vector<User> find_users(pqxx::transaction_base &tx, const std::vector<int> &ids) {
  if (ids.empty()) {
    return {};
  }
  std::string sql = queries::FETCH_USERS_BY_IDS;
  const char *separator = "";
  for (int id : ids) {
    sql += separator;
    sql += std::to_string(id);
    separator = ", ";
  }
  sql += ")";
  return to_users(tx.exec(sql));
}

std::vector<User> find_users_by_role(pqxx::transaction_base &tx, Role role) {
  return to_users(
      tx.exec(std::string(queries::FETCH_USERS_BY_ROLE) + role_name(role) + "' ORDER BY name"));
}

std::vector<User> search_users(pqxx::transaction_base &tx, const std::string &name) {
  log("searching users: SELECT ... WHERE name ILIKE '" + name + "'");
  const std::string pattern = tx.quote("%" + tx.esc_like(name) + "%");
  return to_users(tx.exec(queries::SEARCH_USERS_BY_NAME + pattern + " ESCAPE '\\' LIMIT 50"));
}

int register_user(pqxx::transaction_base &tx, const std::string &email, const std::string &name) {
  return tx.exec_params1(queries::INSERT_USER, email, name)[0].as<int>();
}

std::string open_guest_session(pqxx::transaction_base &tx) {
  return tx.exec1(queries::OPEN_GUEST_SESSION)[0].as<std::string>();
}

void rename_user(pqxx::transaction_base &tx, int id, const std::string &name) {
  char sql[512];
  std::snprintf(sql, sizeof sql, queries::RENAME_USER_FORMAT, name.c_str(), id);
  tx.exec(sql);
}

void deactivate_user(pqxx::transaction_base &tx, int id) {
  tx.exec_params("UPDATE users SET active = false, deactivated_at = now() WHERE id = $1", id);
}

std::string profile_hint(const User &user) {
  if (user.name.empty()) {
    return "update your profile, " + user.email + ", so that we know how to address you";
  }
  return "select a delivery address from your address book";
}

} // namespace shop
