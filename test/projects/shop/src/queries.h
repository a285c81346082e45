// Every statement that more than one place needs, under a name one can search for.

#pragma once

namespace shop::queries {

// users

inline constexpr const char *FETCH_USER_BY_ID =
    "SELECT id, email, name, role FROM users WHERE id = $1";

inline constexpr const char *FETCH_USERS_BY_IDS =
    "SELECT id, email, name, role FROM users WHERE id IN (";

inline constexpr const char *FETCH_USERS_BY_ROLE =
    "SELECT id, email, name, role FROM users WHERE role = '";

inline constexpr const char *SEARCH_USERS_BY_NAME =
    "SELECT id, email, name, role FROM users WHERE name ILIKE ";

inline constexpr const char *INSERT_USER =
    "INSERT INTO users (email, name, role) VALUES ($1, $2, 'customer') "
    "RETURNING id";

inline constexpr const char *RENAME_USER_FORMAT = "UPDATE users SET name = '%s' WHERE id = %d";

inline constexpr const char *OPEN_GUEST_SESSION =
    "INSERT INTO sessions DEFAULT VALUES RETURNING token";

// orders

inline constexpr const char *FETCH_ORDERS_BY_USER =
    "SELECT id, status, total_cents, created_at FROM orders WHERE user_id = $1";

inline constexpr const char *SEARCH_ORDERS =
    "SELECT id, status, total_cents FROM orders WHERE status = ";

inline constexpr const char *LIST_ORDERS = "SELECT id, status, total_cents FROM orders";

inline constexpr const char *INSERT_ORDER =
    "INSERT INTO orders (user_id, status, total_cents) VALUES ($1, 'new', $2) RETURNING id";

inline constexpr const char *INSERT_ORDER_LINE =
    "INSERT INTO order_lines (order_id, sku, quantity) VALUES ($1, $2, $3)";

inline constexpr const char *SET_ORDER_STATUS = "UPDATE orders SET status = $2 WHERE id = $1";

inline constexpr const char *ARCHIVE_ORDERS = R"sql(
  WITH moved AS (
    DELETE FROM orders WHERE status = 'closed' AND created_at < $1 RETURNING *
  )
  INSERT INTO orders_archive
  SELECT * FROM moved
)sql";

// payments

inline constexpr const char *LOCK_ORDER =
    "SELECT total_cents, card_token FROM orders WHERE id = $1 FOR UPDATE";

inline constexpr const char *FETCH_PAYMENT =
    "SELECT amount_cents, gateway_reference FROM payments WHERE id = $1";

inline constexpr const char *FIND_PAYMENT_BY_REFERENCE =
    "SELECT id, amount_cents FROM payments WHERE gateway_reference = ";

inline constexpr const char *SUM_PAYMENTS_SINCE =
    "SELECT sum(amount_cents) FROM payments WHERE created_at >= '";

inline constexpr const char *INSERT_PAYMENT =
    "INSERT INTO payments (order_id, amount_cents, gateway_reference) VALUES ($1, $2, $3)";

inline constexpr const char *MARK_REFUNDED =
    "UPDATE payments SET refunded_at = now() WHERE id = $1";

inline constexpr const char *PENDING_SETTLEMENTS =
    "SELECT id, gateway_reference FROM payments WHERE settled_at IS NULL FOR UPDATE SKIP LOCKED";

inline constexpr const char *MARK_SETTLED =
    "UPDATE payments SET settled_at = now() WHERE settled_at IS NULL";

inline constexpr const char *POST_LEDGER = "INSERT INTO ledger "
                                           "SELECT id, order_id, amount_cents, now() FROM payments "
                                           "WHERE settled_at IS NOT NULL";

inline constexpr const char *BEGIN_SETTLEMENT = "BEGIN ISOLATION LEVEL SERIALIZABLE";
inline constexpr const char *END_SETTLEMENT = "COMMIT";

inline constexpr const char *ENSURE_SETTLEMENT_INDEX = R"sql(
  DO $do$
  BEGIN
    IF to_regclass('payments_unsettled') IS NULL THEN
      CREATE INDEX payments_unsettled ON payments (id) WHERE settled_at IS NULL;
    END IF;
  END
  $do$
)sql";

// notifications

inline constexpr const char *LOW_STOCK = "SELECT sku, quantity FROM stock WHERE quantity < $1";

inline constexpr const char *MARK_STOCK_REPORTED =
    "UPDATE stock SET reported_at = now() WHERE quantity < $1";

inline constexpr const char *DIGEST_SUBSCRIBERS = "SELECT email FROM users WHERE wants_digest";

inline constexpr const char *INSERT_NOTIFICATION =
    "INSERT INTO notifications (user_id, template, sent_at) VALUES ($1, $2, now())";

inline constexpr const char *FETCH_ORDER_EMAIL =
    "SELECT u.email FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1";

// reports

inline constexpr const char *SALES = "SELECT region, sum(total_cents) FROM sales WHERE ";

inline constexpr const char *SALES_BY_PERIOD =
    "SELECT date_trunc('month', created_at), sum(total_cents) FROM orders GROUP BY 1 ORDER BY ";

inline constexpr const char *COUNT_ROWS = "SELECT count(*) FROM ";

inline constexpr const char *SET_SEARCH_PATH = "SET search_path TO ";

} // namespace shop::queries
