// rules: sql-injection
//
// Invoices: statements are streamed, as in half of the code that was written before 2011.

#include <pqxx/pqxx>

#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace billing {

enum InvoiceState { Draft = 0, Sent = 1, Paid = 2 };

class InvoiceTable {
  pqxx::transaction_base &m_tx;
  std::string m_table;

public:
  InvoiceTable(pqxx::transaction_base &tx, std::string table) : m_tx(tx), m_table(std::move(table)) {}

  pqxx::result ofCustomer(const std::string &number) const {
    std::ostringstream oss;
    oss << "SELECT id, cents FROM invoices WHERE customer_number = '" << number << "'";
    return m_tx.exec(oss.str()); // WARN sql-injection
  }

  pqxx::result ofCustomerId(int id, InvoiceState state) const {
    std::ostringstream oss;
    oss << "SELECT id, cents FROM invoices WHERE customer_id = " << id << " AND state = " << state;
    return m_tx.exec(oss.str()); // OK sql-injection
  }

  pqxx::result overdue(double rate, unsigned days) const {
    std::stringstream sql;
    sql << std::fixed << std::setprecision(4) << "SELECT id, cents * " << rate << " FROM invoices"
        << " WHERE due < now() - interval '" << days << " days'" << std::endl;
    return m_tx.exec(sql.str()); // OK sql-injection
  }

  void twoStatements(const std::string &note, long id) {
    std::stringstream ss;
    ss << "INSERT INTO invoice_notes (body) VALUES ('" << note << "')";
    m_tx.exec(ss.str()); // WARN sql-injection
    ss.str("");
    ss.clear();
    ss << "UPDATE invoices SET noted = true WHERE id = " << id;
    m_tx.exec(ss.str()); // OK sql-injection
    ss.str(std::string());
    ss << "UPDATE invoices SET note = " << m_tx.quote(note) << " WHERE id = " << id;
    m_tx.exec(ss.str()); // OK sql-injection
  }

  void notReset(const std::string &note) {
    std::stringstream ss;
    ss << "INSERT INTO invoice_notes (body) VALUES ('" << note << "')";
    std::cerr << ss.str() << '\n';
    ss.clear(); // the error flags only: the text stays
    ss << "; UPDATE invoices SET noted = true";
    m_tx.exec(ss.str()); // WARN sql-injection
  }

  pqxx::result fromOwnTable(const std::string &region) const {
    std::ostringstream oss;
    oss << "SELECT id FROM " << m_table << " WHERE region = " << m_tx.quote(region);
    return m_tx.exec(oss.str()); // WARN sql-injection
  }

  void remove(const std::vector<int> &ids) {
    std::ostringstream oss;
    oss << "DELETE FROM invoices WHERE id IN (";
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i)
        oss << ", ";
      oss << ids[i];
    }
    oss << ")";
    m_tx.exec(oss.str()); // OK sql-injection
  }

  void addLines(long invoice, const std::vector<std::pair<std::string, int>> &lines) {
    std::ostringstream oss;
    oss << "INSERT INTO invoice_lines (invoice_id, article, cents) VALUES ";
    const char *separator = "";
    for (const auto &line : lines) {
      oss << separator << "(" << invoice << ", '" << line.first << "', " << line.second << ")";
      separator = ", ";
    }
    m_tx.exec(oss.str()); // WARN sql-injection
  }

  // oct, hex and padding write no quotes.
  pqxx::result byChecksum(unsigned long long sum) const {
    std::ostringstream oss;
    oss << "SELECT id FROM invoices WHERE checksum = '" << std::hex << std::setw(16) << std::setfill('0') << sum << "'";
    return m_tx.exec(oss.str()); // OK sql-injection
  }

  pqxx::result search(std::istream &form) const {
    std::string term;
    std::getline(form, term);
    std::ostringstream oss("SELECT id FROM invoices WHERE memo ILIKE '%", std::ios::ate);
    oss << term << "%'";
    return m_tx.exec(oss.str()); // WARN sql-injection
  }

  // quoted() writes C-like quotes: inside '…' they do nothing.
  pqxx::result byMemo(const std::string &memo) const {
    std::ostringstream oss;
    oss << "SELECT id FROM invoices WHERE memo = '" << std::quoted(memo) << "'";
    return m_tx.exec(oss.str()); // WARN sql-injection
  }

  // A number is read out of the text: letters end it.
  pqxx::result byTypedNumber(const std::string &typed) const {
    std::istringstream in(typed);
    long number = 0;
    in >> number;
    std::ostringstream oss;
    oss << "SELECT id FROM invoices WHERE number = " << number;
    return m_tx.exec(oss.str()); // OK sql-injection
  }

  pqxx::result byTypedWord(const std::string &typed) const {
    std::istringstream in(typed);
    std::string word;
    in >> word;
    std::ostringstream oss;
    oss << "SELECT id FROM invoices WHERE number = " << word;
    return m_tx.exec(oss.str()); // WARN sql-injection
  }
};

} // namespace billing
