// rules: sql-injection

#include "database.h"

namespace shipping {

bool carriers(Database &db) {
  return db.run(SELECT_CARRIERS); // OK sql-injection
}

bool labels(Database &db, const std::string &carrier) {
  return db.run(labelQuery(carrier)); // WARN sql-injection
}

bool pending(Database &db) {
  return db.run(pendingQuery(14)); // OK sql-injection
}

bool move(Database &db, long id, const std::string &to) {
  return db.runf("UPDATE parcels SET place = '%s' WHERE id = %ld", to.c_str(), id); // WARN sql-injection
}

bool sent(Database &db, long id) {
  return db.runf("UPDATE parcels SET sent = true WHERE id = %ld", id); // OK sql-injection
}

bool assign(Database &db, long id, const std::string &carrier) {
  return db.run("UPDATE parcels SET carrier = " + db.quote(carrier) + " WHERE id = " + std::to_string(id)); // OK sql-injection
}

bool count(Database &db, const std::string &carrier) {
  if (!isCarrier(carrier))
    return false;
  return db.run("SELECT count(*) FROM parcels_" + carrier); // OK sql-injection
}

bool archive(Database &db) {
  return db.truncate("parcels_tmp"); // OK sql-injection
}

bool purge(Database &db, const std::string &table) {
  return db.purge(table); // OK sql-injection
}

bool cleanUp(Database &db, const std::string &suffix) {
  return db.drop("parcels_" + suffix); // WARN sql-injection
}

} // namespace shipping
