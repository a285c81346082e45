// rules: sql-injection
// packages: glib-2.0
//
// Bookmarks of a browser built on GLib.

#include <glib.h>
#include <sqlite3.h>

typedef struct {
  sqlite3 *db;
  gchar *profile;
} Bookmarks;

gboolean bookmarks_remove(Bookmarks *self, const gchar *url) {
  g_autofree gchar *sql = g_strdup_printf("DELETE FROM bookmarks WHERE url = '%s'", url);
  return sqlite3_exec(self->db, sql, NULL, NULL, NULL) == SQLITE_OK; // WARN sql-injection
}

gboolean bookmarks_remove_id(Bookmarks *self, gint64 id) {
  g_autofree gchar *sql = g_strdup_printf("DELETE FROM bookmarks WHERE id = %" G_GINT64_FORMAT, id);
  return sqlite3_exec(self->db, sql, NULL, NULL, NULL) == SQLITE_OK; // OK sql-injection
}

gboolean bookmarks_move(Bookmarks *self, gint id, const gchar *folder) {
  GString *sql = g_string_new("UPDATE bookmarks SET folder = ");
  g_string_append_printf(sql, "'%s'", folder);
  g_string_append_printf(sql, " WHERE id = %d", id);
  gboolean ok = sqlite3_exec(self->db, sql->str, NULL, NULL, NULL) == SQLITE_OK; // WARN sql-injection
  g_string_free(sql, TRUE);
  return ok;
}

gboolean bookmarks_visit(Bookmarks *self, gint id) {
  GString *sql = g_string_new("UPDATE bookmarks SET visits = visits + 1");
  g_string_append(sql, " WHERE id = ");
  g_string_append_printf(sql, "%d", id);
  gboolean ok = sqlite3_exec(self->db, sql->str, NULL, NULL, NULL) == SQLITE_OK; // OK sql-injection
  g_string_free(sql, TRUE);
  return ok;
}

gboolean bookmarks_sort(Bookmarks *self, const gchar *column) {
  gchar *sql = g_strconcat("SELECT url FROM bookmarks ORDER BY ", column, NULL);
  gboolean ok = sqlite3_exec(self->db, sql, NULL, NULL, NULL) == SQLITE_OK; // WARN sql-injection
  g_free(sql);
  return ok;
}

gboolean bookmarks_columns(Bookmarks *self) {
  const gchar *columns[] = {"url", "title", "visits", NULL};
  gchar *list = g_strjoinv(", ", (gchar **)columns);
  gchar *sql = g_strconcat("SELECT ", list, " FROM bookmarks", NULL);
  gboolean ok = sqlite3_exec(self->db, sql, NULL, NULL, NULL) == SQLITE_OK; // OK sql-injection
  g_free(list);
  g_free(sql);
  return ok;
}

static void where(GString *sql, const gchar *column, const gchar *value) {
  g_string_append_printf(sql, " WHERE %s = '%s'", column, value);
}

gboolean bookmarks_of_folder(Bookmarks *self, const gchar *folder) {
  GString *sql = g_string_new(NULL);
  g_string_assign(sql, "SELECT url FROM bookmarks");
  where(sql, "folder", folder);
  gboolean ok = sqlite3_exec(self->db, sql->str, NULL, NULL, NULL) == SQLITE_OK; // WARN sql-injection
  g_string_free(sql, TRUE);
  return ok;
}

gboolean bookmarks_of_tag(Bookmarks *self, const gchar *tag) {
  GString *safe = g_string_new(tag);
  g_string_replace(safe, "'", "''", 0);
  gchar *text = g_string_free(safe, FALSE);
  gchar *sql = g_strdup_printf("SELECT url FROM bookmarks WHERE tag = '%s'", text);
  gboolean ok = sqlite3_exec(self->db, sql, NULL, NULL, NULL) == SQLITE_OK; // OK sql-injection
  g_free(text);
  g_free(sql);
  return ok;
}
