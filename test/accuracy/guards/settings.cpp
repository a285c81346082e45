// rules: sql-injection
//
// An importer's settings: from the command line and from a script, checked where they are read and used elsewhere.

#include <cstdlib>
#include <cstring>
#include <getopt.h>
#include <postgresql/libpq-fe.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

static void require_plain(std::string const &name, char const *what) {
  auto const pos = name.find_first_of("\"',.;$%&/()<>{}=?^*#");
  if (pos == std::string::npos)
    return;
  throw std::runtime_error{std::string{"special characters in "} + what};
}

struct settings {
  settings() = default;
  settings(int argc, char **argv);
  std::string prefix{"planet"};
  std::string schema;
  std::string tablespace;
  bool append = false;
};

settings::settings(int argc, char **argv) : settings() {
  if (argc == 1) {
    append = true;
    return;
  }
  int c = 0;
  while (-1 != (c = getopt(argc, argv, "p:s:t:a"))) {
    switch (c) {
    case 'p':
      prefix = optarg;
      require_plain(prefix, "the prefix");
      break;
    case 's':
      schema = optarg;
      require_plain(schema, "the schema");
      break;
    case 't': tablespace = optarg; break;
    case 'a': append = true; break;
    }
  }
}

static void has_nodes(PGconn *c, settings const &s) {
  PQexec(c, ("SELECT 1 FROM pg_tables WHERE tablename = '" + s.prefix + "_nodes'").c_str()); // OK sql-injection
}

static void create(PGconn *c, settings const &s) {
  PQexec(c, ("CREATE TABLE \"" + s.schema + "\".\"nodes\" (id int8)").c_str());            // OK sql-injection
  PQexec(c, ("ALTER TABLE nodes SET TABLESPACE \"" + s.tablespace + "\"").c_str());        // WARN sql-injection tainted
}

int main(int argc, char **argv) {
  settings const s{argc, argv};
  PGconn *c = PQconnectdb("");
  has_nodes(c, s);
  create(c, s);
  std::string const region = argc > 2 ? argv[2] : "";
  std::string const other = argc > 3 ? argv[3] : "";
  if (region.find('\'') != std::string::npos)
    return 1;
  PQexec(c, ("SELECT count(*) FROM nodes WHERE region = '" + region + "'").c_str());       // OK sql-injection
  PQexec(c, ("SELECT count(*) FROM nodes WHERE region = '" + other + "'").c_str());        // WARN sql-injection tainted
}

// A script's values come through one function: a check of one is none of the other.
extern "C" const char *script_string(void *script, const char *key);
static char const *get(void *script, char const *key) {
  char const *found = script_string(script, key);
  if (!found)
    throw std::runtime_error{key};
  return found;
}

void drop_checked(PGconn *c, void *script) {
  std::string const name = get(script, "name");
  require_plain(name, "the name");
  PQexec(c, ("DROP TABLE \"" + name + "\"").c_str());                                      // OK sql-injection
}

void drop_other(PGconn *c, void *script) {
  std::string const name = get(script, "name");
  std::string const schema = get(script, "schema");
  require_plain(name, "the name");
  PQexec(c, ("DROP TABLE \"" + schema + "\".nodes").c_str());                              // WARN sql-injection
}

// One member for each option; what is set on one way only is checked on it.
class filter {
public:
  filter(int kind, char const *value) {
    if (kind == 1) {
      m_region = value;
      if (m_region.find('\'') != std::string::npos)
        throw std::invalid_argument{value};
    } else if (kind == 2) {
      m_note = value;
    }
  }
  void count(PGconn *c) const {
    PQexec(c, ("SELECT count(*) FROM nodes WHERE region = '" + m_region + "'").c_str());   // OK sql-injection
    PQexec(c, ("SELECT count(*) FROM nodes WHERE note = '" + m_note + "'").c_str());       // WARN sql-injection
  }

private:
  std::string m_region, m_note;
};

void count_all(PGconn *c, int n, char **values) {
  for (int i = 0; i < n; ++i)
    filter(i, values[i]).count(c);
}
