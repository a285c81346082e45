// rules: sql-injection
//
// Table descriptions that are made of settings, kept in objects and containers, and used through pointers to them.

#include <postgresql/libpq-fe.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct settings {
  std::string prefix{"planet"};
  std::string schema{"public"};
  std::string tablespace{};
};

class settings_builder {
public:
  settings_builder() { m_settings.prefix = "test"; }
  operator settings() const { return m_settings; }
  settings get() const { return m_settings; }
  settings_builder &schema(char const *name) { m_settings.schema = name; return *this; }

private:
  settings m_settings;
};

static std::string create_table(settings const &s) {
  std::string const where{s.tablespace.empty() ? "" : " TABLESPACE " + s.tablespace};
  return "CREATE TABLE \"" + s.prefix + "_nodes\" (id int8)" + where;
}

void converted(PGconn *c) {
  settings s = settings_builder();
  PQexec(c, create_table(s).c_str());                                          // OK sql-injection
}

void fetched(PGconn *c) {
  settings s = settings_builder().schema("osm").get();
  PQexec(c, ("DROP TABLE \"" + s.schema + "\".nodes").c_str());                // OK sql-injection
}

void fetched_outside(PGconn *c, char const *name) {
  settings s = settings_builder().schema(name).get();
  PQexec(c, ("DROP TABLE \"" + s.schema + "\".nodes").c_str());                // WARN sql-injection
}

// The statement is made when the object is, of settings behind a pointer.
class middle {
public:
  middle(PGconn *c, settings const *s) : m_connection(c), m_create(create_table(*s)) {}
  void start() { PQexec(m_connection, m_create.c_str()); }                     // OK sql-injection

private:
  PGconn *m_connection;
  std::string m_create;
};

void import(PGconn *c) {
  settings s;
  auto m = std::make_shared<middle>(c, &s);
  m->start();
}

// Objects that a function hands out, and others that are in a container: a field is what any of its class holds.
struct target {
  std::string schema;
  std::string name;
};
std::shared_ptr<target> find_target(int id);

static std::shared_ptr<target> make_target(char const *name) {
  auto t = std::make_shared<target>();
  t->schema = "osm";
  t->name = name;
  return t;
}
std::vector<std::shared_ptr<target>> targets{make_target("nodes"), make_target("ways")};

void drop_target(PGconn *c, int id) {
  auto t = find_target(id);
  PQexec(c, ("DROP TABLE \"" + t->schema + "\".\"" + t->name + "\"").c_str()); // OK sql-injection
}

struct job {
  std::string title;
  std::string queue;
};
std::shared_ptr<job> next_job();
void add_job(std::vector<std::shared_ptr<job>> &jobs, char const *title) {
  auto j = std::make_shared<job>();
  j->queue = "imports";
  j->title = title;
  jobs.push_back(j);
}

void log_job(PGconn *c) {
  auto j = next_job();
  PQexec(c, ("INSERT INTO log (title) VALUES ('" + j->title + "')").c_str());  // WARN sql-injection
  PQexec(c, ("NOTIFY \"" + j->queue + "\"").c_str());                          // OK sql-injection
}
